// Customers by the million without an import: made by the database itself, set by set. Each has an account and a session
// whose token is known from its number, so that their pages can be asked for. Numbers are spread over the indexes.
import type pg from 'pg';

export type Crowd = {
  /** Numbers of the customers, from the first to the last. */
  from: number;
  to: number;
  policiesEach: number;
  payablesEach: number;
};

/** So many customers are written in one statement: progress is seen, and nothing grows with the whole. */
const stepCustomers = 50_000;

/** The token in the cookie of a customer. */
export const tokenOf = (customer: number): string => `bench-${customer}`;

/** The public id of one of a customer's policies, counted from 1. */
export const policyIdOf = ({ policiesEach }: Pick<Crowd, 'policiesEach'>, customer: number, policy: number): string =>
  [...String(customer * policiesEach + policy).padStart(12, '0')].reverse().join('');

/** Fills a migrated database, empty or with other numbers in it. The client must be the owner of the server. */
export async function fillCrowd(client: pg.Client, crowd: Crowd, say: (line: string) => void): Promise<void> {
  // What is made here fits together, so references need no checking one by one.
  await client.query("set session_replication_role = 'replica'");
  await client.query(functions);
  await client.query(common);
  for (let first = crowd.from; first <= crowd.to; first += stepCustomers) {
    const last = Math.min(crowd.to, first + stepCustomers - 1);
    for (const statement of statements(crowd)) await client.query(statement, [first, last]);
    if (last < crowd.to) say(`  ${last - crowd.from + 1} of ${crowd.to - crowd.from + 1} customers`);
  }
  await client.query('drop function bench_id, bench_public_id, bench_texts');
  await client.query("set session_replication_role = 'origin'");
}

const functions = `
  create or replace function bench_id(kind text, number bigint) returns uuid language sql immutable parallel safe
    return ('01930000-' || kind || '-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid;
  create or replace function bench_public_id(number bigint) returns text language sql immutable parallel safe
    return reverse(lpad(number::text, 12, '0'));
  create or replace function bench_texts(what text) returns jsonb language sql immutable parallel safe
    return jsonb_build_object('it', what, 'en', what, 'de', what);`;

const today = "date '2026-11-24'";

const common = `
  insert into agencies (id, key, version, public_id, name, street, postcode, municipality, province, phone, email, hours, as_of)
  select bench_id('000a', n), 'agency-' || n, 1, bench_public_id(n), 'Agenzia ' || n, 'Via Prova 1', '50141', 'Firenze', 'FI',
    '+39055123456', 'agenzia' || n || '@esempio.example', '[{"weekday": 1, "opens": "09:00", "closes": "13:00"}]', ${today}
  from generate_series(1, 50) n on conflict do nothing;
  insert into products (id, key, version, line, names, takes_contributions, as_of)
  select bench_id('000b', n), 'product-' || n, 1, (array['motor', 'home', 'life', 'accident', 'pet'])[n], bench_texts('Prodotto ' || n), n = 3, ${today}
  from generate_series(1, 5) n on conflict do nothing`;

/** In the order of their references; $1 and $2 are the first and the last customer. */
const statements = ({ policiesEach, payablesEach }: Crowd): string[] => {
  const customers = 'generate_series($1::bigint, $2::bigint) c';
  const policies = `${customers}, generate_series(1, ${policiesEach}) p`;
  const policy = `c * ${policiesEach} + p`;
  return [
    `insert into parties (id, key, version, kind, codice_fiscale, given_name, family_name, birth_day, language, customer_code, agency_id, street, postcode, municipality, province, as_of)
     select bench_id('0001', c), 'party-' || c, 1, 'person', 'BENCH' || c, 'Anna', 'Prova ' || c, date '1980-01-01', 'it', 'B' || c,
       bench_id('000a', 1 + c % 50), 'Via Prova ' || c % 100, '50141', 'Firenze', 'FI', ${today} from ${customers}`,
    `insert into contacts (id, public_id, key, version, party_id, kind, value, origin, verified_at, is_preferred, as_of, created_at)
     select bench_id('0002', c * 2 + k), bench_public_id(c * 2 + k), 'contact-' || c || '-' || k, 1, bench_id('0001', c),
       (array['email', 'mobile'])[k + 1], case k when 0 then 'prova' || c || '@posta.example' else '+39' || 3300000000 + c end,
       'agency', now(), k = 0, ${today}, now() from ${customers}, generate_series(0, 1) k`,
    `insert into consents (id, key, version, party_id, purpose, text_version, is_given, decided_at, channel)
     select bench_id('0003', c * 3 + k), 'consent-' || c || '-' || k, 1, bench_id('0001', c), (array['marketing', 'profiling', 'third_parties'])[k + 1],
       '2024-01', k = 0, now(), 'agency' from ${customers}, generate_series(0, 2) k`,
    `insert into paperless_choices (id, key, version, party_id, is_on, since, as_of)
     select bench_id('0004', c), 'paperless-' || c, 1, bench_id('0001', c), true, ${today}, ${today} from ${customers}`,
    `insert into policies (id, key, version, public_id, number, product_id, agency_id, state, starts_on, ends_on, renews, instalments_per_year, annual_premium_cents, as_of)
     select bench_id('0005', ${policy}), 'policy-' || c || '-' || p, 1, bench_public_id(${policy}), (5000000000 + ${policy})::text,
       bench_id('000b', 1 + p % 5), bench_id('000a', 1 + c % 50), 'active', ${today} - 200, ${today} + 165, true, 2, 40000 + p * 100, ${today} from ${policies}`,
    `insert into policy_roles (id, key, version, policy_id, party_id, role, as_of)
     select bench_id('0006', ${policy}), 'role-' || c || '-' || p, 1, bench_id('0005', ${policy}), bench_id('0001', c), 'policyholder', ${today} from ${policies}`,
    `insert into coverages (id, key, version, policy_id, position, names, summaries, sum_insured_cents, deductible_cents, as_of)
     select bench_id('0007', (${policy}) * 2 + k), 'coverage-' || c || '-' || p || '-' || k, 1, bench_id('0005', ${policy}), k + 1,
       bench_texts('Garanzia ' || k), bench_texts('Che cosa è coperto, e fino a quanto.'), 10000000, 20000, ${today} from ${policies}, generate_series(0, 1) k`,
    `insert into goods (id, key, version, policy_id, kind, name, plate, details, as_of)
     select bench_id('0008', ${policy}), 'good-' || c || '-' || p, 1, bench_id('0005', ${policy}), 'vehicle', 'Fiat Panda', 'AA' || lpad(((${policy}) % 1000)::text, 3, '0') || 'AA', '{}', ${today} from ${policies}`,
    `insert into payables (id, key, version, public_id, policy_id, kind, amount_cents, due_on, covers_from, covers_until, is_payable_online, state, paid_on, as_of)
     select bench_id('0009', (${policy}) * ${payablesEach} + k), 'payable-' || c || '-' || p || '-' || k, 1, bench_public_id((${policy}) * ${payablesEach} + k),
       bench_id('0005', ${policy}), 'instalment', 20000 + p, ${today} + 10 - k * 182, ${today} + 10 - k * 182, ${today} + 192 - k * 182, true,
       case k when 0 then 'due' else 'paid' end, case when k > 0 then ${today} + 10 - k * 182 end, ${today} from ${policies}, generate_series(0, ${payablesEach - 1}) k`,
    `insert into accounts (id, party_id, state, password_hash, created_at, last_used_at)
     select bench_id('000c', c), bench_id('0001', c), 'active', 'nobody signs in with it', now(), now() from ${customers}`,
    `insert into contact_claims (value, account_id, role, contact_id, claimed_at)
     select 'prova' || c || '@posta.example', bench_id('000c', c), 'username', bench_id('0002', c * 2), now() from ${customers}`,
    `insert into browsers (id, token_hash, label, created_at, last_seen_at)
     select bench_id('000d', c), sha256(convert_to('browser-' || c, 'UTF8')), 'Firefox, Linux', now(), now() from ${customers}`,
    `insert into sessions (id, public_id, token_hash, account_id, browser_id, profile_id, credential_version, created_at, last_seen_at)
     select bench_id('000e', c), bench_public_id(c), sha256(convert_to('bench-' || c, 'UTF8')), bench_id('000c', c), bench_id('000d', c), bench_id('0001', c), 1, now(), now() from ${customers}`,
  ];
};
