-- Products, policies, roles of parties, coverages, insured goods, payables. The core system is the master. POL, PAY-1.

create table products (
  id uuid primary key,
  key text not null constraint products_one_per_key unique,
  version bigint not null,
  line text not null constraint products_line check
    (line in ('motor', 'home', 'accident', 'health', 'business', 'pet', 'life', 'savings', 'pension')),
  -- names in the three languages: { "it": …, "en": …, "de": … }
  names jsonb not null,
  as_of date not null,
  ended_at timestamptz
);

create table policies (
  id uuid primary key,
  key text not null constraint policies_one_per_key unique,
  version bigint not null,
  public_id text not null constraint policies_one_per_public_id unique,
  number text not null constraint policies_one_per_number unique,
  product_id uuid not null references products,
  agency_id uuid not null references agencies,
  state text not null constraint policies_state check (state in ('active', 'suspended', 'ended')),
  starts_on date not null,
  -- nothing for whole-life contracts
  ends_on date,
  renews boolean not null,
  -- payments a year: 1, 2, 3, 4, 12; 0 for a single premium
  instalments_per_year integer not null,
  annual_premium_cents bigint not null,
  -- the part for a device, invoiced apart (PAY-8)
  iot_cents bigint not null default 0,
  suspended_since date,
  suspended_because jsonb,
  -- life lines: value, benefits, unit-linked position with their day (POL-3)
  valuation jsonb,
  as_of date not null,
  ended_at timestamptz
);
create index policies_by_agency on policies (agency_id);

create table policy_roles (
  id uuid primary key,
  key text not null constraint policy_roles_one_per_key unique,
  version bigint not null,
  policy_id uuid not null references policies,
  party_id uuid not null references parties,
  role text not null constraint policy_roles_role check
    (role in ('policyholder', 'insured', 'beneficiary', 'family_member', 'employer_insured')),
  as_of date not null,
  ended_at timestamptz
);
create index policy_roles_by_party on policy_roles (party_id, policy_id) where ended_at is null;
create index policy_roles_by_policy on policy_roles (policy_id) where ended_at is null;

create table coverages (
  id uuid primary key,
  key text not null constraint coverages_one_per_key unique,
  version bigint not null,
  policy_id uuid not null references policies,
  position integer not null,
  -- texts in the three languages
  names jsonb not null,
  summaries jsonb not null,
  sum_insured_cents bigint,
  limit_cents bigint,
  deductible_cents bigint,
  deductible_percent numeric(5, 2),
  exclusions jsonb,
  article text,
  as_of date not null,
  ended_at timestamptz
);
create index coverages_by_policy on coverages (policy_id) where ended_at is null;

create table goods (
  id uuid primary key,
  key text not null constraint goods_one_per_key unique,
  version bigint not null,
  policy_id uuid not null references policies,
  kind text not null constraint goods_kind check (kind in ('vehicle', 'building', 'pet', 'person', 'activity')),
  -- what it is in one line: "Fiat Panda", "Via dei Serragli 21, Firenze", "Birillo, bassotto"
  name text not null,
  plate text,
  details jsonb not null,
  as_of date not null,
  ended_at timestamptz
);
create index goods_by_policy on goods (policy_id) where ended_at is null;

-- What can be paid. `state` is what the core system says; whether we took a payment is known to `payments`.
create table payables (
  id uuid primary key,
  -- nothing for a contribution started here
  key text constraint payables_one_per_key unique,
  version bigint not null,
  public_id text not null constraint payables_one_per_public_id unique,
  policy_id uuid not null references policies,
  kind text not null constraint payables_kind check (kind in ('first', 'instalment', 'regularisation', 'completion', 'contribution')),
  amount_cents bigint not null constraint payables_amount_positive check (amount_cents > 0),
  iot_cents bigint not null default 0,
  due_on date not null,
  -- the cover that this pays for
  covers_from date,
  covers_until date,
  is_payable_online boolean not null,
  state text not null constraint payables_state check (state in ('due', 'paid', 'withdrawn')),
  paid_on date,
  as_of date not null,
  ended_at timestamptz
);
create index payables_by_policy on payables (policy_id, due_on);
