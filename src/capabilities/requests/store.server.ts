// Requests and their threads. A row is reached through whoever asked: the customer's party, or the visitor's browser.
import { type ExpressionBuilder, sql } from 'kysely';
import { agencyRows } from '#capabilities/parties/index.ts';
import type { Context, Transaction } from '#kernel/context.ts';
import type { DB } from '#kernel/database.server.ts';
import { type Day, dayOf, type Instant } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { isLanguage, type Language } from '#kernel/language.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import type { AnyCategory } from './rules/categories.ts';
import type { AnswerContact } from './rules/contact.ts';
import type { Mover, RequestKind, RequestState } from './rules/states.ts';
import { listMax, threadMax } from './settings.ts';

export const tables = ['requests', 'request_entries'] as const;

export type Asker = Visitor | Customer;
export type Author = 'customer' | 'visitor' | 'agency' | 'support';

export type StoredRequest = {
  id: string;
  publicId: string;
  number: string;
  kind: RequestKind;
  state: RequestState;
  nextMover: Mover;
  partyId: string | undefined;
  accountId: string | undefined;
  browserId: string | undefined;
  agencyId: string | undefined;
  category: AnyCategory;
  /** Of the policy that a question to an agency is about. */
  policyNumber: string | undefined;
  contact: (AnswerContact & { verifiedAt: Instant | undefined }) | undefined;
  language: Language;
  cameFrom: string | undefined;
  answerBy: Day | undefined;
  createdAt: Instant;
  changedAt: Instant;
};

export type StoredEntry = {
  id: string;
  author: Author;
  text: string;
  byPhone: boolean;
  messageId: string | undefined;
  at: Instant;
};

type NewRequest = Omit<StoredRequest, 'id' | 'number' | 'createdAt' | 'changedAt' | 'policyNumber'> & {
  policyNumber?: string | undefined;
};

/** `2026-000123`: the year in Rome and a number that nothing else gets. */
async function nextNumber(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ number: number }>`select nextval('request_numbers') as number`.execute(tx.database);
  return `${dayOf(tx.clock.now()).slice(0, 4)}-${String(rows[0]?.number ?? 0).padStart(6, '0')}`;
}

/** Writes a request; nothing when the party has an open one for a new contact already. */
export async function insertRequest(tx: Transaction, request: NewRequest): Promise<StoredRequest | undefined> {
  const now = tx.clock.now();
  const row = await tx.database
    .insertInto('requests')
    .values({
      id: newId(Date.parse(now)),
      public_id: request.publicId,
      number: await nextNumber(tx),
      kind: request.kind,
      state: request.state,
      next_mover: request.nextMover,
      party_id: request.partyId ?? null,
      account_id: request.accountId ?? null,
      browser_id: request.browserId ?? null,
      agency_id: request.agencyId ?? null,
      category: request.category,
      policy_number: request.policyNumber ?? null,
      contact_kind: request.contact?.kind ?? null,
      contact_value: request.contact?.value ?? null,
      contact_verified_at: request.contact?.verifiedAt ?? null,
      language: request.language,
      came_from: request.cameFrom ?? null,
      answer_by: request.answerBy ?? null,
      created_at: now,
      changed_at: now,
    })
    .onConflict((conflict) =>
      // Literals, not parameters: the plan of a prepared statement must see that this is the partial index.
      conflict.columns(['party_id']).where(sql<boolean>`kind = 'new_contact' and state = 'open'`).doNothing(),
    )
    .returningAll()
    .executeTakeFirst();
  return row && stored(row);
}

export async function insertEntry(
  tx: Transaction,
  requestId: string,
  entry: { author: Author; text: string; byPhone?: boolean },
): Promise<string> {
  const at = tx.clock.now();
  const id = newId(Date.parse(at));
  await tx.database
    .insertInto('request_entries')
    .values({
      id,
      request_id: requestId,
      // The caller holds the lock on the request, so no other line takes this place.
      position: sql<number>`(select coalesce(max(position), 0) + 1 from request_entries where request_id = ${requestId}::uuid)`,
      author: entry.author,
      text: entry.text,
      by_phone: entry.byPhone ?? false,
      at,
    })
    .execute();
  return id;
}

export async function noteMessage(tx: Transaction, entryId: string, messageId: string): Promise<void> {
  await tx.database.updateTable('request_entries').set({ message_id: messageId }).where('id', '=', entryId).execute();
}

export type Change = {
  state: RequestState;
  nextMover: Mover;
  answerBy: Day | undefined;
  contactVerifiedAt?: Instant;
};

export async function changeRequest(tx: Transaction, id: string, change: Change): Promise<void> {
  await tx.database
    .updateTable('requests')
    .set({
      state: change.state,
      next_mover: change.nextMover,
      answer_by: change.answerBy ?? null,
      changed_at: tx.clock.now(),
      ...(change.contactVerifiedAt && { contact_verified_at: change.contactVerifiedAt }),
    })
    .where('id', '=', id)
    .execute();
}

/** What somebody may see: a customer the requests of the own party, anybody those made without signing in by this browser. */
const askedBy = (viewer: Asker) => (row: ExpressionBuilder<DB, 'requests'>) => {
  const fromBrowser = row.and([
    row('requests.party_id', 'is', null),
    row('requests.browser_id', '=', viewer.browserId ?? null),
  ]);
  return viewer.kind === 'customer'
    ? row.or([row('requests.party_id', '=', viewer.partyId), fromBrowser])
    : fromBrowser;
};

export async function requestFor(
  context: Context,
  viewer: Asker,
  publicId: string,
): Promise<StoredRequest | undefined> {
  const row = await context.database
    .selectFrom('requests')
    .selectAll()
    .where('public_id', '=', publicId)
    .where(askedBy(viewer))
    .executeTakeFirst();
  return row && stored(row);
}

/** The same, locked until the transaction ends. */
export async function lockFor(tx: Transaction, viewer: Asker, publicId: string): Promise<StoredRequest | undefined> {
  const row = await tx.database
    .selectFrom('requests')
    .selectAll()
    .where('public_id', '=', publicId)
    .where(askedBy(viewer))
    .forUpdate()
    .executeTakeFirst();
  return row && stored(row);
}

/** For tasks, messages and desks, which look at no customer's pages. */
export async function requestBy(
  context: Context,
  by: { id: string } | { number: string },
  { lock = false } = {},
): Promise<StoredRequest | undefined> {
  let query = context.database.selectFrom('requests').selectAll();
  query = 'id' in by ? query.where('id', '=', by.id) : query.where('number', '=', by.number);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && stored(row);
}

export async function openNewContactOf(context: Context, partyId: string): Promise<StoredRequest | undefined> {
  const row = await context.database
    .selectFrom('requests')
    .selectAll()
    .where('party_id', '=', partyId)
    .where('kind', '=', 'new_contact')
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row && stored(row);
}

/** The request of a kind that the same person filed with the same text since a moment: a button pressed twice. */
export async function sameSince(
  tx: Transaction,
  viewer: Asker,
  asked: { kind: RequestKind; text: string },
  since: Instant,
): Promise<StoredRequest | undefined> {
  const row = await tx.database
    .selectFrom('requests')
    .selectAll('requests')
    .innerJoin('request_entries', 'request_entries.request_id', 'requests.id')
    .where('requests.kind', '=', asked.kind)
    .where('requests.created_at', '>', since)
    .where('request_entries.text', '=', asked.text)
    .where(askedBy(viewer))
    .orderBy('requests.created_at')
    .limit(1)
    .executeTakeFirst();
  return row && stored(row);
}

/** Two presses of one button wait for each other. */
export async function oneAtATime(tx: Transaction, viewer: Asker): Promise<void> {
  const who = viewer.kind === 'customer' ? viewer.accountId : (viewer.browserId ?? viewer.address);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`requests ${who}`}, 0))`.execute(tx.database);
}

/** A request as a line of a list, with the beginning of what was asked. */
export type Listed = StoredRequest & { firstText: string | undefined; agencyName: string | undefined };

const lines = (context: Context) =>
  context.database
    .selectFrom('requests')
    .leftJoin(agencyRows(context.database).as('agency'), 'agency.id', 'requests.agency_id')
    .selectAll('requests')
    .select('agency.name as agency_name')
    .select((row) =>
      row
        .selectFrom('request_entries')
        .select('request_entries.text')
        .whereRef('request_entries.request_id', '=', 'requests.id')
        .orderBy('request_entries.position')
        .limit(1)
        .as('first_text'),
    )
    .orderBy('requests.changed_at', 'desc')
    .limit(listMax);

type Line = Parameters<typeof stored>[0] & { first_text: string | null; agency_name: string | null };
const listed = (row: Line): Listed => ({
  ...stored(row),
  firstText: row.first_text ?? undefined,
  agencyName: row.agency_name ?? undefined,
});

export async function requestsOfParty(context: Context, partyId: string): Promise<Listed[]> {
  return (await lines(context).where('requests.party_id', '=', partyId).execute()).map(listed);
}

export async function requestsOfBrowser(context: Context, browserId: string, since: Instant): Promise<Listed[]> {
  const rows = await lines(context)
    .where('requests.browser_id', '=', browserId)
    .where('requests.party_id', 'is', null)
    .where('requests.created_at', '>', since)
    .execute();
  return rows.map(listed);
}

/** The party's requests in which a desk waits for an answer. */
export async function requestsAskingBack(context: Context, partyId: string): Promise<StoredRequest[]> {
  const rows = await context.database
    .selectFrom('requests')
    .selectAll()
    .where('party_id', '=', partyId)
    .where('next_mover', '=', 'customer')
    .orderBy('changed_at')
    .limit(listMax)
    .execute();
  return rows.map(stored);
}

/** What waits for a desk, the earliest promise first. */
export async function requestsWaiting(context: Context): Promise<Listed[]> {
  const rows = await lines(context)
    .clearOrderBy()
    .where('requests.next_mover', 'in', ['agency', 'support'])
    .where('requests.state', '=', 'open')
    .orderBy('requests.answer_by')
    .orderBy('requests.created_at')
    .execute();
  return rows.map(listed);
}

/** The newest lines of a thread, oldest first. */
export async function entriesOf(context: Context, requestId: string): Promise<StoredEntry[]> {
  const rows = await context.database
    .selectFrom('request_entries')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('position', 'desc')
    .limit(threadMax)
    .execute();
  return rows.reverse().map((row) => ({
    id: row.id,
    author: row.author,
    text: row.text,
    byPhone: row.by_phone,
    messageId: row.message_id ?? undefined,
    at: row.at,
  }));
}

type Row = Awaited<ReturnType<typeof anyRow>>;
const anyRow = (context: Context) => context.database.selectFrom('requests').selectAll().executeTakeFirstOrThrow();

function stored(row: Row): StoredRequest {
  return {
    id: row.id,
    publicId: row.public_id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    nextMover: row.next_mover,
    partyId: row.party_id ?? undefined,
    accountId: row.account_id ?? undefined,
    browserId: row.browser_id ?? undefined,
    agencyId: row.agency_id ?? undefined,
    // Written by this capability only, from the same list.
    category: row.category as AnyCategory,
    policyNumber: row.policy_number ?? undefined,
    contact:
      row.contact_kind && row.contact_value
        ? { kind: row.contact_kind, value: row.contact_value, verifiedAt: row.contact_verified_at ?? undefined }
        : undefined,
    language: isLanguage(row.language) ? row.language : 'it',
    cameFrom: row.came_from ?? undefined,
    answerBy: row.answer_by ?? undefined,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}
