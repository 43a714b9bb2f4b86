// What happens after a question has been answered with the same page for everybody. [ACC-2] [REG-6]
import { z } from 'zod';
import { newSend, takeStrangerSend } from '#capabilities/codes/index.ts';
import { accountByUsername, usernameOf } from '#capabilities/contacts/index.ts';
import { queue } from '#capabilities/messages/index.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { sweepLimits } from '#kernel/limits.ts';
import type { Schedule, Task } from '#kernel/tasks.ts';
import { recoveryClosed, recoveryLink } from './messages.ts';
import { mayRecover } from './rules/accounts.ts';
import { settings } from './settings.ts';
import { accountById } from './store/accounts.server.ts';
import { forgetOldChallenges } from './store/challenges.server.ts';
import { forgetExpiredForms } from './store/kept-forms.server.ts';
import { forgetOldQuestions } from './store/questions.server.ts';
import {
  forgetOldRecoveries,
  lockUndecided,
  type Recovery,
  recoveryById,
  subjectOf,
  writeDecision,
} from './store/recoveries.server.ts';
import { forgetOldTries } from './store/tries.server.ts';

/** Decides a question for a new password: a link to the username of the account that answers to it, or nothing. */
export const decideRecovery: Task<{ recoveryId: string }> = {
  name: 'access.decide_recovery',
  data: z.object({ recoveryId: z.uuid() }),
  async run(context, { recoveryId }) {
    const asked = await recoveryById(context, recoveryId);
    if (!asked || asked.decidedAt) return;
    const taken = await takeStrangerSend(context, asked);
    await transaction(context, async (tx) => {
      const recovery = await lockUndecided(tx, recoveryId);
      if (!recovery) return;
      if (taken.ok) await answer(tx, recovery);
      else await writeDecision(tx, recoveryId, {});
    });
  },
};

async function answer(tx: Transaction, recovery: Recovery): Promise<void> {
  const owner = await accountByUsername(tx, recovery.value);
  const account = owner && (await accountById(tx, owner.accountId));
  const username = account && (await usernameOf(tx, account.id));
  // A contact that the agency has ended may be somebody else's by now: it signs in, but it opens nothing.
  if (!account || !username || username.isEnded) return writeDecision(tx, recovery.id, {});
  const to = {
    kind: username.kind,
    value: username.value,
    partyId: account.partyId,
    // A visitor's language is the page's (design.md §1).
    language: recovery.language,
  };
  const known = { accountId: account.id, contactId: username.contactId };
  if (!mayRecover(account).ok) {
    await writeDecision(tx, recovery.id, known);
    await queue(tx, recoveryClosed, to, {});
    return;
  }
  const seconds = tx.settings.value(settings.recoveryLinkMinutes) * 60;
  const subject = (await subjectOf(tx, account.id)) ?? recovery.publicId;
  const send = await newSend(tx, {
    purpose: 'recovery',
    subject,
    digits: 6,
    // The message holds a link only: its code is over before it begins.
    validSeconds: 0,
    linkValidSeconds: seconds,
  });
  await writeDecision(tx, recovery.id, { ...known, subject, sendNumber: send.sendNumber });
  await queue(tx, recoveryLink, to, {
    subject,
    sendNumber: send.sendNumber,
    expiresAt: send.linkExpiresAt ?? send.expiresAt,
  });
}

/** Forgets what nothing looks at any more: kept forms, counts, limits, contacts typed by strangers. */
export const sweep: Schedule = {
  name: 'access.sweep',
  cron: '17 * * * *',
  async run(context: Context) {
    await forgetExpiredForms(context);
    await forgetOldTries(context);
    await forgetOldChallenges(context);
    await forgetOldRecoveries(context);
    await forgetOldQuestions(context);
    await sweepLimits(context);
  },
};
