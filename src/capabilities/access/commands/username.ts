// A forgotten username: asked for by codice fiscale or partita IVA, answered at the username itself. [ACC-3]
import { type CodeReason, mayResend } from '#capabilities/codes/index.ts';
import { bareFiscalId } from '#capabilities/parties/index.ts';
import { type Context, transaction } from '#kernel/context.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { challengeGone } from '../rules/devices.ts';
import type { AccessReason } from '../rules.ts';
import { insertQuestion } from '../store/questions.server.ts';
import { decideUsername } from '../username-task.ts';
import { askedUsername } from '../views/pages.ts';
import { type AtTheDoor, browserOf } from './device.ts';

/** `fiscalId` has passed its check character; `policyNumber` is as typed. */
export type UsernameQuestion = { fiscalId: string; policyNumber?: string | undefined };

/** Asks for the username. One row and an answer, whoever it is: looking up and sending come after the commit (REG-6). */
export async function askUsername(context: Context, viewer: AtTheDoor, input: UsernameQuestion): Promise<void> {
  await transaction(context, async (tx) => {
    const questionId = await insertQuestion(tx, {
      browserId: browserOf(viewer),
      // Spaces and small letters would be another key of the limits.
      fiscalId: bareFiscalId(input.fiscalId),
      policyNumber: input.policyNumber || undefined,
      language: viewer.language,
      address: viewer.address,
    });
    await tx.tasks.add(tx, decideUsername, { questionId }, { tryNow: true, isApart: true });
  });
}

/** The same question again, once the last message has had time to arrive. */
export async function askUsernameAgain(
  context: Context,
  viewer: AtTheDoor,
): Promise<Outcome<undefined, CodeReason | AccessReason>> {
  const last = await askedUsername(context, viewer);
  if (!last) return no(challengeGone);
  const soon = mayResend(last.askedAt, context.clock.now());
  if (!soon.ok) return soon;
  await askUsername(context, viewer, last);
  return yes(undefined);
}
