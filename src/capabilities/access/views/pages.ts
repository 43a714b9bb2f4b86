// What the pages before sign-in show.
import { newestOf, type Send } from '#capabilities/codes/index.ts';
import { confirmationOf, mask, usernameOf } from '#capabilities/contacts/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import type { AtTheDoor } from '../commands/device.ts';
import { questionShownSeconds, settings } from '../settings.ts';
import { accountById } from '../store/accounts.server.ts';
import { openChallenge } from '../store/challenges.server.ts';
import { newestQuestionIn } from '../store/questions.server.ts';
import { newestIn } from '../store/recoveries.server.ts';

export type ChallengeView = {
  /** Where the code went, masked. */
  contact: string;
  kind: 'email' | 'mobile';
  send: Pick<Send, 'reference' | 'expiresAt'> | undefined;
  /** The username, masked, where the code may be asked for instead. */
  elsewhere: string | undefined;
};

/** What a browser has to give a code for; nothing when it has to begin with the password. */
export async function challengeFor(context: Context, viewer: AtTheDoor): Promise<ChallengeView | undefined> {
  const open = viewer.browserId ? await openChallenge(context, viewer.browserId) : undefined;
  const account = open && (await accountById(context, open.accountId));
  if (!account || account.credentialVersion !== open.credentialVersion) return undefined;
  const username = await usernameOf(context, account.id);
  const confirmation = await confirmationOf(context, account.id);
  const to = confirmation.ok && !open.isAtUsername ? confirmation.value : username;
  if (!to || !username) return undefined;
  const send = await newestOf(context, { purpose: 'device', subject: open.id });
  return {
    contact: mask(to.value),
    kind: to.kind,
    send: send && { reference: send.reference, expiresAt: send.expiresAt },
    elsewhere: to === username ? undefined : mask(username.value),
  };
}

/** The question for a new password that this browser has just asked; its page looks the same whatever became of it. */
export async function askedRecovery(
  context: Context,
  viewer: AtTheDoor,
): Promise<{ username: string; minutes: number; askedAt: Instant } | undefined> {
  if (!viewer.browserId) return undefined;
  const minutes = context.settings.value(settings.recoveryLinkMinutes);
  const asked = await newestIn(context, viewer.browserId, minutes * 60);
  return asked && { username: asked.value, minutes, askedAt: asked.createdAt };
}

export type AskedUsername = {
  fiscalId: string;
  policyNumber: string | undefined;
  askedAt: Instant;
  /** What the policy number has brought: still being looked at, the username masked, or nothing that may be shown. */
  shown: 'deciding' | 'nothing' | { username: string };
};

/** The question for a username that this browser has just asked. Without a policy number nothing is ever shown. */
export async function askedUsername(context: Context, viewer: AtTheDoor): Promise<AskedUsername | undefined> {
  if (!viewer.browserId) return undefined;
  const asked = await newestQuestionIn(context, viewer.browserId, questionShownSeconds);
  if (!asked) return undefined;
  const { fiscalId, policyNumber, createdAt, decidedAt, masked } = asked;
  const shown = masked ? { username: masked } : policyNumber && !decidedAt ? 'deciding' : 'nothing';
  return { fiscalId, policyNumber, askedAt: createdAt, shown };
}
