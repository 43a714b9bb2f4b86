// Registrations: one row per question, whatever the answer is.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { newId, publicId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { RegistrationState } from './rules.ts';
import { keptSeconds, provenSeconds } from './settings.ts';

export const tables = ['registrations'] as const;

export type Asked = {
  browserId: string;
  value: string;
  kind: 'email' | 'mobile';
  language: Language;
  address: string;
};
export type Registration = Asked & {
  id: string;
  publicId: string;
  state: RegistrationState;
  subject: string | undefined;
  sendNumber: number | undefined;
  provenBy: 'code' | 'link' | undefined;
  partyId: string | undefined;
  fiscalTries: number;
  createdAt: Instant;
};

export async function insertRegistration(tx: Transaction, asked: Asked): Promise<string> {
  const createdAt = tx.clock.now();
  const id = newId(Date.parse(createdAt));
  await tx.database
    .insertInto('registrations')
    .values({
      id,
      public_id: publicId(),
      browser_id: asked.browserId,
      value: asked.value,
      kind: asked.kind,
      language: asked.language,
      address: asked.address,
      state: 'asked',
      created_at: createdAt,
    })
    .execute();
  return id;
}

const rows = (context: Context) =>
  context.database
    .selectFrom('registrations')
    .select([
      'id',
      'public_id as publicId',
      'browser_id as browserId',
      'value',
      'kind',
      'language',
      'address',
      'state',
      'subject',
      'send_number as sendNumber',
      'proven_by as provenBy',
      'party_id as partyId',
      'fiscal_tries as fiscalTries',
      'created_at as createdAt',
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

const registrationFrom = (row: Row): Registration => ({
  ...row,
  // Written by us from a `Language`.
  language: row.language as Language,
  subject: row.subject ?? undefined,
  sendNumber: row.sendNumber ?? undefined,
  provenBy: row.provenBy ?? undefined,
  partyId: row.partyId ?? undefined,
});

export async function registrationById(context: Context, id: string): Promise<Registration | undefined> {
  const row = await rows(context).where('id', '=', id).executeTakeFirst();
  return row && registrationFrom(row);
}

/** The same, locked until the transaction ends. */
export async function lockRegistration(tx: Transaction, id: string): Promise<Registration> {
  return registrationFrom(await rows(tx).where('id', '=', id).forUpdate().executeTakeFirstOrThrow());
}

/** One after the other for each contact: of two questions at once one is the newer, for both. */
export async function waitForContact(tx: Transaction, value: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`registrations ${value}`}, 0))`.execute(tx.database);
}

/** The newest question of a browser within some seconds, whatever became of it. */
export async function newestAskedIn(
  context: Context,
  browserId: string,
  seconds: number,
): Promise<Registration | undefined> {
  const row = await rows(context)
    .where('browser_id', '=', browserId)
    .where('created_at', '>', plusSeconds(context.clock.now(), -seconds))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && registrationFrom(row);
}

/** The registration whose message counts for a contact: there is one at most. */
export async function openFor(context: Context, value: string): Promise<Registration | undefined> {
  const row = await rows(context)
    .where('value', '=', value)
    .where('state', '=', 'open')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && registrationFrom(row);
}

export async function registrationOfSend(
  context: Context,
  send: { subject: string; sendNumber: number },
): Promise<Registration | undefined> {
  const row = await rows(context)
    .where('subject', '=', send.subject)
    .where('send_number', '=', send.sendNumber)
    .executeTakeFirst();
  return row && registrationFrom(row);
}

/** What has been proven in a browser and is not done yet. */
export async function provenIn(context: Context, browserId: string): Promise<Registration | undefined> {
  const row = await rows(context)
    .where('proven_in_browser_id', '=', browserId)
    .where('proven_at', '>', plusSeconds(context.clock.now(), -provenSeconds))
    .where('state', '=', 'proven')
    .orderBy('proven_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && registrationFrom(row);
}

/** What the codes and links of a contact are derived from, once there was one. */
export async function subjectOf(context: Context, value: string): Promise<string | undefined> {
  const row = await context.database
    .selectFrom('registrations')
    .select('subject')
    .where('value', '=', value)
    .where('subject', 'is not', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.subject ?? undefined;
}

/** Decided: too much was asked for, so nothing was sent and what was sent before still counts. */
export async function writeLimited(tx: Transaction, id: string): Promise<void> {
  await tx.database.updateTable('registrations').set({ state: 'limited' }).where('id', '=', id).execute();
}

/** Decided: this is the message that counts for the contact; those before it do not any more. */
export async function writeOpen(
  tx: Transaction,
  opened: { id: string; value: string; subject: string; sendNumber: number },
): Promise<void> {
  await tx.database
    .updateTable('registrations')
    .set({ state: 'superseded' })
    .where('value', '=', opened.value)
    .where('state', '=', 'open')
    .execute();
  await tx.database
    .updateTable('registrations')
    .set({ state: 'open', subject: opened.subject, send_number: opened.sendNumber })
    .where('id', '=', opened.id)
    .execute();
}

export async function writeProven(
  tx: Transaction,
  proven: { id: string; by: 'code' | 'link'; browserId: string; partyId: string | undefined },
): Promise<void> {
  await tx.database
    .updateTable('registrations')
    .set({
      state: 'proven',
      proven_by: proven.by,
      proven_in_browser_id: proven.browserId,
      proven_at: tx.clock.now(),
      party_id: proven.partyId ?? null,
    })
    .where('id', '=', proven.id)
    .execute();
}

/** Counts a wrong fiscal id; answers how many there were. */
export async function countFiscalTry(tx: Transaction, id: string): Promise<number> {
  const row = await tx.database
    .updateTable('registrations')
    .set({ fiscal_tries: sql<number>`fiscal_tries + 1` })
    .where('id', '=', id)
    .returning('fiscal_tries')
    .executeTakeFirstOrThrow();
  return row.fiscal_tries;
}

export async function writeParty(tx: Transaction, id: string, partyId: string): Promise<void> {
  await tx.database.updateTable('registrations').set({ party_id: partyId }).where('id', '=', id).execute();
}

export async function writeEnded(tx: Transaction, id: string): Promise<void> {
  await tx.database.updateTable('registrations').set({ state: 'ended' }).where('id', '=', id).execute();
}

/** Done; what was proven for the same contact elsewhere is over too. */
export async function writeCompleted(tx: Transaction, done: Registration & { accountId: string }): Promise<void> {
  await tx.database
    .updateTable('registrations')
    .set({ state: 'completed', account_id: done.accountId, party_id: done.partyId ?? null })
    .where('id', '=', done.id)
    .execute();
  await tx.database
    .updateTable('registrations')
    .set({ state: 'superseded' })
    .where('value', '=', done.value)
    .where('state', 'in', ['open', 'proven'])
    .execute();
}

/** What came to nothing and is old: contacts of people who may not even be customers. */
export async function forgetOldRegistrations(context: Context): Promise<void> {
  await context.database
    .deleteFrom('registrations')
    .where('state', '<>', 'completed')
    .where('created_at', '<', plusSeconds(context.clock.now(), -keptSeconds))
    .execute();
}
