-- What every capability shares: events for the world outside, the audit log, limits, marks of the database.
-- DUT-2, INT-2. Empty database: milliseconds.

create table events (
  id uuid primary key,
  type text not null,
  subject text not null,
  party_id uuid,
  facts jsonb not null,
  at timestamptz not null
);
create index events_by_time on events (at, id);

create table audit_lines (
  id uuid primary key,
  at timestamptz not null,
  act text not null,
  viewer_kind text not null,
  account_id uuid,
  party_id uuid,
  session_id uuid,
  facts jsonb not null
);
create index audit_lines_by_party on audit_lines (party_id, at);

-- Append-only: whoever can write rows still cannot change or remove one.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_lines_append_only before update or delete on audit_lines for each row execute function refuse_change();
create trigger events_append_only before update or delete on events for each row execute function refuse_change();

create table limit_hits (
  key text not null,
  at timestamptz not null,
  kept_until timestamptz not null
);
create index limit_hits_by_key on limit_hits (key, at);
create index limit_hits_by_end on limit_hits (kept_until);

-- Facts about this database itself: 'demo' marks one that was filled with the fictional insurer.
create table marks (
  name text primary key,
  value text not null
);
