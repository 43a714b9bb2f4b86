-- Parties, agencies, links, consents: known first to the core system; the portal never invents one.
-- `key` is the id in the core system, `version` grows with each of its changes, `as_of` is the day a row refers to.

create table agencies (
  id uuid primary key,
  key text not null constraint agencies_one_per_key unique,
  version bigint not null,
  public_id text not null constraint agencies_one_per_public_id unique,
  name text not null,
  street text not null,
  postcode text not null,
  municipality text not null,
  province text not null,
  phone text not null,
  email text not null,
  -- [{ "weekday": 1, "opens": "09:00", "closes": "13:00" }, …], Monday is 1, clocks of Rome
  hours jsonb not null,
  latitude double precision,
  longitude double precision,
  as_of date not null,
  ended_at timestamptz
);

create table parties (
  id uuid primary key,
  key text not null constraint parties_one_per_key unique,
  version bigint not null,
  kind text not null constraint parties_kind check (kind in ('person', 'sole_trader', 'professional', 'company')),
  codice_fiscale text,
  partita_iva text,
  given_name text,
  family_name text,
  business_name text,
  birth_day date,
  language text not null constraint parties_language check (language in ('it', 'en', 'de')),
  customer_code text not null constraint parties_one_per_customer_code unique,
  agency_id uuid not null references agencies,
  street text,
  postcode text,
  municipality text,
  province text,
  as_of date not null,
  ended_at timestamptz,
  constraint parties_have_a_fiscal_id check (codice_fiscale is not null or partita_iva is not null),
  constraint parties_have_a_name check (business_name is not null or (given_name is not null and family_name is not null))
);
create index parties_by_codice_fiscale on parties (codice_fiscale);
create index parties_by_partita_iva on parties (partita_iva);
create index parties_by_agency on parties (agency_id);

-- `from` represents, trades as, owns or shares a household with `to`.
create table party_links (
  id uuid primary key,
  key text not null constraint party_links_one_per_key unique,
  version bigint not null,
  kind text not null constraint party_links_kind check (kind in ('represents', 'trades_as', 'owns', 'household')),
  from_party_id uuid not null references parties,
  to_party_id uuid not null references parties,
  since date not null,
  until date,
  as_of date not null,
  ended_at timestamptz
);
create index party_links_by_from on party_links (from_party_id);
create index party_links_by_to on party_links (to_party_id);

-- History of consents: a row a decision, the newest decides.
create table consents (
  id uuid primary key,
  key text not null constraint consents_one_per_key unique,
  version bigint not null,
  party_id uuid not null references parties,
  purpose text not null,
  text_version text not null,
  is_given boolean not null,
  decided_at timestamptz not null,
  channel text not null,
  ended_at timestamptz
);
create index consents_by_party on consents (party_id, purpose, decided_at);

-- Places the operator loaded: municipality, province, postcode (CON-8).
create table places (
  belfiore text not null,
  municipality text not null,
  province text not null,
  postcode text not null,
  primary key (belfiore, postcode)
);
create index places_by_postcode on places (postcode);
