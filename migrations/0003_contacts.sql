-- Contacts and what they are used for. A contact never changes its value: the import ends the old one and makes a new one.
-- `contact_claims`: one row per username, confirmation or awaited contact settles REG-2 and CNF-4, races included.

create table contacts (
  id uuid primary key,
  public_id text not null constraint contacts_one_per_public_id unique,
  key text constraint contacts_one_per_key unique,
  version bigint not null,
  party_id uuid not null references parties,
  kind text not null constraint contacts_kind check (kind in ('email', 'mobile', 'landline')),
  -- normalised: E.164, or lower-case e-mail with IDNA
  value text not null,
  origin text not null constraint contacts_origin check (origin in ('agency', 'employer', 'self')),
  verified_at timestamptz,
  is_preferred boolean not null default false,
  is_paperless boolean not null default false,
  is_signature boolean not null default false,
  as_of date not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index contacts_one_active_value_per_party on contacts (party_id, value) where ended_at is null;
create index contacts_by_value on contacts (value) where ended_at is null;
create index contacts_by_party on contacts (party_id);

create table contact_claims (
  value text constraint contact_claims_one_per_value primary key deferrable initially immediate,
  account_id uuid not null,
  role text not null constraint contact_claims_role check (role in ('username', 'confirmation', 'awaited')),
  contact_id uuid not null references contacts,
  claimed_at timestamptz not null,
  constraint contact_claims_one_per_role unique (account_id, role) deferrable initially immediate
);
