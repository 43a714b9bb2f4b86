// Two people of the fictional insurer, with something of every kind that belongs to one alone: what one of them has, the
// other asks for.

import { mask } from '#capabilities/contacts/index.ts';
import { money, roundMoney } from '#kernel/format.ts';
import { formatPhone } from '#kernel/italian/phones.ts';
import { formatPlate } from '#kernel/italian/plates.ts';
import { cents } from '#kernel/money.ts';
import { type Browser, squeezed } from './browser.ts';
import type { IdKind } from './cover.ts';
import type { WalkPortal } from './portal.ts';

export type Things = Record<Exclude<IdKind, 'address'>, string[]>;
export type Person = {
  name: string;
  partyId: string;
  accountId: string | undefined;
  /** Public ids by kind, read from the database. */
  things: Things;
};

const list = async (portal: WalkPortal, statement: string, values: unknown[]): Promise<string[]> =>
  (await portal.rows<{ value: string }>(statement, values)).map(({ value }) => value);

/** Everything that a party and its account own, by their public ids. */
export async function personOf(portal: WalkPortal, key: string): Promise<Person> {
  const [party] = await portal.rows<{ id: string; account: string | null }>(
    'select p.id, a.id as account from parties p left join accounts a on a.party_id = p.id where p.key = $1',
    [key],
  );
  if (!party) throw new Error(`nobody has the key ${key}`);
  const { id, account } = party;
  const policies = 'select policy_id from policy_roles where party_id = $1 and ended_at is null';
  const things: Things = {
    policy: await list(portal, `select public_id as value from policies where id in (${policies})`, [id]),
    payable: await list(
      portal,
      `select public_id as value from payables where policy_id in (${policies}) order by state, due_on desc`,
      [id],
    ),
    contact: await list(portal, 'select public_id as value from contacts where party_id = $1', [id]),
    operation: await list(
      portal,
      'select public_id as value from operations where party_id = $1 order by state, public_id',
      [id],
    ),
    document: await list(portal, 'select public_id as value from documents where party_id = $1', [id]),
    request: await list(portal, 'select public_id as value from requests where party_id = $1', [id]),
    session: await list(portal, 'select public_id as value from sessions where account_id = $1 and ended_at is null', [
      account,
    ]),
    device: await list(portal, 'select public_id as value from known_devices where account_id = $1', [account]),
  };
  return { name: key.replace('party-', ''), partyId: id, accountId: account ?? undefined, things };
}

/** What tells who somebody is or speaks of one thing of theirs; and sums, which others may have too. Without spaces. */
export type Told = { identifying: string[]; amounts: string[] };

/** Every text that tells something about a person: names, contacts, numbers, amounts, words of their requests. */
export async function secretsOf(portal: WalkPortal, { partyId, accountId, things }: Person): Promise<Told> {
  const policies = 'select policy_id from policy_roles where party_id = $1 and ended_at is null';
  const [party] = await portal.rows<Record<string, string | null>>('select * from parties where id = $1', [partyId]);
  const contacts = await list(portal, 'select value from contacts where party_id = $1', [partyId]);
  const amounts = await portal.rows<{ value: string }>(
    `select amount_cents as value from payables where policy_id in (${policies})
     union select annual_premium_cents from policies where id in (${policies})
     union select amount_cents from payments where party_id = $1`,
    [partyId],
  );
  const sums = await portal.rows<{ value: string }>(
    `select sum_insured_cents as value from coverages where policy_id in (${policies}) and sum_insured_cents is not null`,
    [partyId],
  );
  const plates = await list(
    portal,
    `select plate as value from goods where plate is not null and policy_id in (${policies})`,
    [partyId],
  );
  const said = [
    party?.business_name ?? `${party?.given_name} ${party?.family_name}`,
    `${party?.family_name} ${party?.given_name}`,
    party?.codice_fiscale,
    party?.partita_iva,
    party?.customer_code,
    ...contacts.flatMap((value) => [value, mask(value), ...(value.startsWith('+') ? [formatPhone(value)] : [])]),
    ...plates.flatMap((plate) => [plate, formatPlate(plate)]),
    ...(await list(portal, `select number as value from policies where id in (${policies})`, [partyId])),
    ...(await list(portal, `select name as value from goods where kind = 'person' and policy_id in (${policies})`, [
      partyId,
    ])),
    ...(await list(portal, 'select number as value from requests where party_id = $1', [partyId])),
    ...(await list(
      portal,
      'select text as value from request_entries where request_id in (select id from requests where party_id = $1)',
      [partyId],
    )),
    ...(await list(
      portal,
      `select r.number as value from receipts r join payments p on p.id = r.payment_id where p.party_id = $1`,
      [partyId],
    )),
    ...(await list(
      portal,
      `select a.reference as value from payment_attempts a join payments p on p.id = a.payment_id where p.party_id = $1
       union select a.instrument from payment_attempts a join payments p on p.id = a.payment_id
       where p.party_id = $1 and a.instrument is not null
       union select a.page_address from payment_attempts a join payments p on p.id = a.payment_id
       where p.party_id = $1 and a.page_address is not null`,
      [partyId],
    )),
    ...(accountId ? [accountId] : []),
    partyId,
    ...Object.values(things).flat(),
    ...things.operation.map((one) => one.toUpperCase()),
  ];
  const told = (texts: readonly (string | null | undefined)[]): string[] => [
    ...new Set(texts.flatMap((text) => (text && text.length >= 5 ? squeezed(text) : []))),
  ];
  return {
    identifying: told(said),
    amounts: told([
      ...amounts.map(({ value }) => money(cents(Number(value)), 'it')),
      ...sums.map(({ value }) => roundMoney(cents(Number(value)), 'it')),
    ]),
  };
}

/** The rows of every table that name something of a person, as one text: equal texts mean that nothing changed. */
export async function rowsAbout(
  portal: WalkPortal,
  { partyId, accountId, things }: Person,
): Promise<Map<string, string>> {
  const inside = await list(
    portal,
    `select id::text as value from policies where id in (select policy_id from policy_roles where party_id = $1)
     union select id::text from operations where party_id = $1
     union select id::text from payments where party_id = $1
     union select id::text from requests where party_id = $1
     union select browser_id::text from sessions where account_id = $2`,
    [partyId, accountId ?? null],
  );
  const ids = [partyId, ...(accountId ? [accountId] : []), ...inside, ...Object.values(things).flat()];
  const tables = await list(
    portal,
    "select table_name as value from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    [],
  );
  const found = new Map<string, string>();
  for (const table of tables) {
    // When the provider was asked last, and when next, is nobody's secret: a visitor on the return page may cause it.
    const row = `(to_jsonb(t) - '{next_look_at,asked_at}'::text[])::text`;
    const [{ rows = '' } = {}] = await portal.rows<{ rows: string | null }>(
      `select string_agg(${row}, E'\\n' order by ${row}) as rows from ${table} t where ${row} ~ $1`,
      [ids.join('|')],
    );
    found.set(table, rows ?? '');
  }
  return found;
}

/** The pages that everybody signed in has: what is said there is the reader's own. */
export const ownPages = [
  '/',
  '/polizze',
  '/documenti',
  '/richieste',
  '/richieste/agenzia',
  '/profilo',
  '/profilo/dati-account',
  '/profilo/recapiti',
  '/profilo/accessi',
  '/assistenza',
];

/** Reads one's own pages, and those of one's own things, so that what both share is no secret. */
export async function readOwn(who: Browser, { things }: Person): Promise<void> {
  const paths = [
    ...ownPages,
    ...things.policy.map((one) => `/polizze/${one}`),
    ...things.contact.map((one) => `/profilo/recapiti/${one}`),
    ...things.operation.flatMap((one) => [`/conferma/${one}`, `/esito/${one}`]),
    ...things.request.map((one) => `/richieste/${one}`),
  ];
  for (const path of paths) await who.get(path);
}
