-- REG-3…6, 10, 11: one row per question, whatever the answer is; deciding and sending happen afterwards.

create table registrations (
  id uuid primary key,
  public_id text not null constraint registrations_one_per_public_id unique,
  browser_id uuid not null references browsers,
  -- what was typed, normalised
  value text not null,
  kind text not null constraint registrations_kind check (kind in ('email', 'mobile')),
  language text not null,
  address text not null,
  -- filled by the task that decides: whether a registration is possible from here
  state text not null constraint registrations_state
    check (state in ('asked', 'open', 'refused', 'proven', 'completed', 'superseded')),
  -- proven: by code (in the browser that asked) or by link (in the browser that opened it)
  proven_by text constraint registrations_proven_by check (proven_by in ('code', 'link')),
  proven_in_browser_id uuid references browsers,
  party_id uuid references parties,
  contact_id uuid references contacts,
  fiscal_tries integer not null default 0,
  account_id uuid references accounts,
  created_at timestamptz not null,
  link_until timestamptz not null
);
create index registrations_by_value on registrations (value, created_at);
