// Browsers, and which of them an account knows as its devices.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { newId, publicId } from '#kernel/ids.ts';

export async function browserWith(context: Context, hash: Buffer): Promise<{ id: string } | undefined> {
  return context.database.selectFrom('browsers').select('id').where('token_hash', '=', hash).executeTakeFirst();
}

export async function insertBrowser(context: Context, hash: Buffer, label: string): Promise<string> {
  const now = context.clock.now();
  const id = newId(Date.parse(now));
  await context.database
    .insertInto('browsers')
    .values({ id, token_hash: hash, label, created_at: now, last_seen_at: now })
    .execute();
  return id;
}

/** What a browser says of itself, for the message about it. */
export async function labelOf(context: Context, browserId: string): Promise<string> {
  const row = await context.database
    .selectFrom('browsers')
    .select('label')
    .where('id', '=', browserId)
    .executeTakeFirstOrThrow();
  return row.label;
}

export async function isKnownDevice(context: Context, accountId: string, browserId: string): Promise<boolean> {
  const row = await context.database
    .selectFrom('known_devices')
    .select('browser_id')
    .where('account_id', '=', accountId)
    .where('browser_id', '=', browserId)
    .where('known_until', '>', context.clock.now())
    .executeTakeFirst();
  return row !== undefined;
}

/** Knows a browser from now on for some days; one that was known already is known for longer. */
export async function rememberDevice(
  tx: Transaction,
  device: { accountId: string; browserId: string; days: number },
): Promise<void> {
  const now = tx.clock.now();
  const until = plusSeconds(now, device.days * 86_400);
  await tx.database
    .insertInto('known_devices')
    .values({
      public_id: publicId(),
      account_id: device.accountId,
      browser_id: device.browserId,
      known_since: now,
      known_until: until,
    })
    .onConflict((on) =>
      on.columns(['account_id', 'browser_id']).doUpdateSet({
        known_until: until,
        // A device that had to ask for a code again begins anew.
        known_since: sql<Instant>`case when known_devices.known_until > ${now} then known_devices.known_since else ${now} end`,
      }),
    )
    .execute();
}

/** Forgets the devices of an account, all but one. */
export async function forgetDevices(tx: Transaction, accountId: string, exceptBrowserId?: string): Promise<void> {
  await tx.database
    .deleteFrom('known_devices')
    .where('account_id', '=', accountId)
    .$if(exceptBrowserId !== undefined, (query) => query.where('browser_id', '<>', exceptBrowserId ?? ''))
    .execute();
}

/** Forgets one device by its public id; answers its browser, or nothing when it is not the account's. */
export async function forgetDeviceRow(
  tx: Transaction,
  accountId: string,
  devicePublicId: string,
): Promise<string | undefined> {
  const row = await tx.database
    .deleteFrom('known_devices')
    .where('account_id', '=', accountId)
    .where('public_id', '=', devicePublicId)
    .returning('browser_id')
    .executeTakeFirst();
  return row?.browser_id;
}

export type DeviceRow = {
  publicId: string;
  browserId: string;
  label: string;
  knownSince: Instant;
  knownUntil: Instant;
};

export async function devicesOf(context: Context, accountId: string, max: number): Promise<DeviceRow[]> {
  return context.database
    .selectFrom('known_devices')
    .innerJoin('browsers', 'browsers.id', 'known_devices.browser_id')
    .select([
      'known_devices.public_id as publicId',
      'known_devices.browser_id as browserId',
      'browsers.label',
      'known_devices.known_since as knownSince',
      'known_devices.known_until as knownUntil',
    ])
    .where('known_devices.account_id', '=', accountId)
    .where('known_devices.known_until', '>', context.clock.now())
    .orderBy('known_devices.known_until', 'desc')
    .limit(max)
    .execute();
}
