// What happens after everybody has got the same answer. [REG-2] [REG-3] [REG-6]
import { z } from 'zod';
import { accountIdOfParty } from '#capabilities/access/index.ts';
import { newSend, takeStrangerSend } from '#capabilities/codes/index.ts';
import { mask, usernameOf } from '#capabilities/contacts/index.ts';
import { queue, type Recipient } from '#capabilities/messages/index.ts';
import { type Transaction, transaction } from '#kernel/context.ts';
import type { Schedule, Task } from '#kernel/tasks.ts';
import { answerTo } from './holders.ts';
import { alreadyRegistered, contactInUse, registrationCode } from './messages.ts';
import { settings } from './settings.ts';
import {
  forgetOldRegistrations,
  lockRegistration,
  type Registration,
  registrationById,
  subjectOf,
  waitForContact,
  writeLimited,
  writeOpen,
} from './store.server.ts';

/**
 * Decides one question. A code and a link are made for every contact, known or not, and sent to those only that may
 * register: so the next page has the same to check for everybody.
 */
export const decideRegistration: Task<{ registrationId: string }> = {
  name: 'registration.decide',
  data: z.object({ registrationId: z.uuid() }),
  async run(context, { registrationId }) {
    const asked = await registrationById(context, registrationId);
    if (asked?.state !== 'asked') return;
    const taken = await takeStrangerSend(context, asked);
    await transaction(context, async (tx) => {
      await waitForContact(tx, asked.value);
      const registration = await lockRegistration(tx, registrationId);
      if (registration.state !== 'asked') return;
      if (taken.ok) await open(tx, registration);
      else await writeLimited(tx, registrationId);
    });
  },
};

async function open(tx: Transaction, registration: Registration): Promise<void> {
  const subject = (await subjectOf(tx, registration.value)) ?? registration.publicId;
  const send = await newSend(tx, {
    purpose: 'registration',
    subject,
    digits: 4,
    validSeconds: tx.settings.value(settings.codeMinutes) * 60,
    linkValidSeconds: tx.settings.value(settings.linkHours) * 3_600,
  });
  const { id, value, kind, language } = registration;
  await writeOpen(tx, { id, value, subject, sendNumber: send.sendNumber });
  const answer = await answerTo(tx, value);
  if (answer.kind === 'unknown') return;
  const partyId = answer.kind === 'possible' ? answer.candidates[0]?.partyId : answer.partyId;
  // A visitor's language is the page's (design.md §1).
  const to: Recipient = { kind, value, partyId, language };
  if (answer.kind === 'in_use') await queue(tx, contactInUse, to, { role: answer.role });
  else if (answer.kind === 'registered') await queue(tx, alreadyRegistered, to, await usernameFact(tx, answer));
  else {
    const { sendNumber, expiresAt, linkExpiresAt = expiresAt } = send;
    await queue(tx, registrationCode, to, { subject, sendNumber, expiresAt, linkExpiresAt });
  }
}

/** The username, masked: whoever reads this message holds a contact of the same party. */
async function usernameFact(tx: Transaction, answer: { partyId: string; isShared: boolean }) {
  // Shared with somebody else, it would tell one about the other.
  if (answer.isShared) return {};
  const accountId = await accountIdOfParty(tx, answer.partyId);
  const username = accountId && (await usernameOf(tx, accountId));
  return username ? { username: mask(username.value) } : {};
}

export const sweep: Schedule = { name: 'registration.sweep', cron: '37 3 * * *', run: forgetOldRegistrations };
