// Decides a question for a forgotten username, once everybody has got the same answer. [ACC-3] [REG-6]
import { z } from 'zod';
import { takeContactSend, takeStrangerSend } from '#capabilities/codes/index.ts';
import { mask, type Username, usernameOf } from '#capabilities/contacts/index.ts';
import { queue } from '#capabilities/messages/index.ts';
import { partiesWithFiscalId, profilesOf } from '#capabilities/parties/index.ts';
import { rolesOnPolicy } from '#capabilities/policies/index.ts';
import { type Context, transaction } from '#kernel/context.ts';
import type { Task } from '#kernel/tasks.ts';
import { usernameReminder } from './messages.ts';
import { type Answering, type Tie, usernamesMeant } from './rules/forgotten-username.ts';
import { accountsOfParties } from './store/accounts.server.ts';
import { type AskedQuestion, questionById, writeAnswer } from './store/questions.server.ts';

/** A message to the username of each account that is meant; the row says what the page may show. */
export const decideUsername: Task<{ questionId: string }> = {
  name: 'access.decide_username',
  data: z.object({ questionId: z.uuid() }),
  async run(context, { questionId }) {
    const asked = await questionById(context, questionId);
    if (!asked || asked.decidedAt) return;
    const taken = await takeStrangerSend(context, { value: asked.fiscalId, address: asked.address });
    const meant = taken.ok ? await writable(context, asked) : [];
    await transaction(context, async (tx) => {
      const shown = meant.find((one) => one.isShown);
      if (!(await writeAnswer(tx, asked.id, shown && mask(shown.username.value)))) return;
      for (const { username, partyId } of meant) {
        // A visitor's language is the page's (design.md §1).
        const to = { kind: username.kind, value: username.value, partyId, language: asked.language };
        await queue(tx, usernameReminder, to, { kind: username.kind, username: username.value });
      }
    });
  },
};

type Meant = { username: Username; partyId: string; isShown: boolean };

/** The usernames that are meant and may be written to: in force, and within what a contact gets in an hour. */
async function writable(context: Context, asked: AskedQuestion): Promise<Meant[]> {
  const { tell, show } = usernamesMeant(await answeringTo(context, asked));
  const found: Meant[] = [];
  for (const { accountId, partyId } of tell) {
    const username = await usernameOf(context, accountId);
    // A contact that the agency has ended may be somebody else's by now: it signs in, but nothing is told to it.
    if (!username || username.isEnded) continue;
    if (!(await takeContactSend(context, username.value)).ok) continue;
    found.push({ username, partyId, isShown: show?.accountId === accountId });
  }
  return found;
}

async function answeringTo(context: Context, asked: AskedQuestion): Promise<Answering[]> {
  const accounts = await accountsOfParties(context, await partiesWithFiscalId(context, asked.fiscalId));
  const { policyNumber } = asked;
  if (!policyNumber) return accounts.map((account) => ({ ...account, tie: undefined }));
  return Promise.all(
    accounts.map(async (account) => ({ ...account, tie: await tieOf(context, account.partyId, policyNumber) })),
  );
}

/** Policyholder or insured itself, or only through a profile that it may look at (an owner and the company's policy). */
async function tieOf(context: Context, partyId: string, number: string): Promise<Tie> {
  const profiles = (await profilesOf(context, partyId)).map((profile) => profile.partyId);
  const roles = (await rolesOnPolicy(context, { number, partyIds: profiles })).filter(({ role }) =>
    ['policyholder', 'insured', 'employer_insured'].includes(role),
  );
  const own = roles.filter((one) => one.partyId === partyId);
  if (own.some(({ role }) => role === 'policyholder')) return 'policyholder';
  if (own.length > 0) return 'insured';
  return roles.length > 0 ? 'through' : undefined;
}
