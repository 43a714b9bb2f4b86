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
  -- asked: nothing decided yet. limited: too many were asked for, nothing was sent. open: a code and a link exist, sent or
  -- not. superseded: a newer message of the same contact counts. proven: by code or link. ended: too many wrong fiscal ids.
  state text not null constraint registrations_state
    check (state in ('asked', 'limited', 'open', 'superseded', 'proven', 'ended', 'completed')),
  -- what code and link are derived from: the same subject for every registration of a contact, so that the newest counts
  subject text,
  send_number integer,
  -- proven: by code (in the browser that asked) or by link (in the browser that opened it)
  proven_by text constraint registrations_proven_by check (proven_by in ('code', 'link')),
  proven_in_browser_id uuid references browsers,
  proven_at timestamptz,
  -- whose registration it is, once that is certain
  party_id uuid references parties,
  fiscal_tries integer not null default 0,
  account_id uuid references accounts,
  created_at timestamptz not null
);
create index registrations_by_value on registrations (value, created_at);
create index registrations_by_subject on registrations (subject, send_number);
create index registrations_by_browser on registrations (browser_id, created_at);
create index registrations_by_proof on registrations (proven_in_browser_id, proven_at);
