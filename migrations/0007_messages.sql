-- E-mails and SMS waiting to leave, and what became of them (INT-3). Facts hold no code and no secret.

create table messages (
  id uuid primary key,
  kind text not null,
  channel text not null constraint messages_channel check (channel in ('email', 'sms')),
  -- the address or number it goes to
  destination text not null,
  party_id uuid,
  language text not null,
  facts jsonb not null,
  state text not null constraint messages_state check (state in ('queued', 'sending', 'sent', 'failed', 'expired')),
  tries integer not null default 0,
  next_try_at timestamptz not null,
  -- while one process is sending it, no other does
  lease_until timestamptz,
  queued_at timestamptz not null,
  useful_until timestamptz not null,
  sent_at timestamptz,
  provider_id text,
  -- a short class of the last failure, never the server's text
  failure text
);
create index messages_waiting on messages (next_try_at) where state in ('queued', 'sending');
create index messages_by_party on messages (party_id, queued_at);
