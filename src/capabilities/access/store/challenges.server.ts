// Right password, device not known yet: what waits for the code of ACC-11.
import type { Context, Transaction } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { challengeSeconds, keptSeconds } from '../settings.ts';

export type Challenge = {
  id: string;
  accountId: string;
  browserId: string;
  contactId: string;
  isAtUsername: boolean;
  credentialVersion: number;
  returnTo: string;
  createdAt: Instant;
};

/** A browser waits for one code at a time: the challenge that it had before is over. */
export async function insertChallenge(
  tx: Transaction,
  challenge: Omit<Challenge, 'id' | 'createdAt' | 'isAtUsername'>,
): Promise<Challenge> {
  const createdAt = tx.clock.now();
  const id = newId(Date.parse(createdAt));
  await tx.database
    .updateTable('device_challenges')
    .set({ used_at: createdAt })
    .where('browser_id', '=', challenge.browserId)
    .where('used_at', 'is', null)
    .execute();
  await tx.database
    .insertInto('device_challenges')
    .values({
      id,
      account_id: challenge.accountId,
      browser_id: challenge.browserId,
      contact_id: challenge.contactId,
      credential_version: challenge.credentialVersion,
      return_to: challenge.returnTo,
      created_at: createdAt,
    })
    .execute();
  return { ...challenge, id, createdAt, isAtUsername: false };
}

/** The challenge of a browser, as long as it may still be answered. */
const openIn = (context: Context, browserId: string) =>
  context.database
    .selectFrom('device_challenges')
    .select([
      'id',
      'account_id as accountId',
      'browser_id as browserId',
      'contact_id as contactId',
      'is_at_username as isAtUsername',
      'credential_version as credentialVersion',
      'return_to as returnTo',
      'created_at as createdAt',
    ])
    .where('browser_id', '=', browserId)
    .where('used_at', 'is', null)
    .where('created_at', '>', plusSeconds(context.clock.now(), -challengeSeconds))
    .orderBy('created_at', 'desc')
    .limit(1);

export async function openChallenge(context: Context, browserId: string): Promise<Challenge | undefined> {
  return openIn(context, browserId).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export async function lockChallenge(tx: Transaction, browserId: string): Promise<Challenge | undefined> {
  return openIn(tx, browserId).forUpdate().executeTakeFirst();
}

/** The same challenge goes on: a second sign-in with the same credentials. */
export async function renewChallenge(tx: Transaction, challengeId: string, returnTo: string): Promise<void> {
  await tx.database
    .updateTable('device_challenges')
    .set({ created_at: tx.clock.now(), return_to: returnTo })
    .where('id', '=', challengeId)
    .execute();
}

/** From now on the code goes to the username. */
export async function moveToUsername(tx: Transaction, challengeId: string, contactId: string): Promise<void> {
  await tx.database
    .updateTable('device_challenges')
    .set({ contact_id: contactId, is_at_username: true })
    .where('id', '=', challengeId)
    .execute();
}

export async function endChallenge(tx: Transaction, challengeId: string): Promise<void> {
  await tx.database
    .updateTable('device_challenges')
    .set({ used_at: tx.clock.now() })
    .where('id', '=', challengeId)
    .execute();
}

export async function endChallengesOf(tx: Transaction, accountId: string): Promise<void> {
  await tx.database
    .updateTable('device_challenges')
    .set({ used_at: tx.clock.now() })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
}

export async function forgetOldChallenges(context: Context): Promise<void> {
  await context.database
    .deleteFrom('device_challenges')
    .where('created_at', '<', plusSeconds(context.clock.now(), -keptSeconds))
    .execute();
}
