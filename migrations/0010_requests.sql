-- What somebody asked and who moves next (REQ-1, REQ-2). One model for tickets and requests.

create sequence request_numbers;

create table requests (
  id uuid primary key,
  public_id text not null constraint requests_one_per_public_id unique,
  -- "2026-000123", for the telephone
  number text not null constraint requests_one_per_number unique,
  kind text not null constraint requests_kind check (kind in ('support', 'new_contact')),
  state text not null constraint requests_state check (state in ('awaiting_contact', 'open', 'answered', 'closed')),
  next_mover text not null constraint requests_next_mover check (next_mover in ('customer', 'agency', 'support', 'nobody')),
  -- who asked: a signed-in customer, or the browser of a visitor
  party_id uuid references parties,
  account_id uuid,
  browser_id uuid,
  agency_id uuid references agencies,
  category text not null,
  subject text not null,
  -- the contact to answer to; empty for a signed-in customer, whose preferred contact is used
  contact_kind text,
  contact_value text,
  contact_verified_at timestamptz,
  language text not null,
  -- the page or reason it came from: 'confirmation.no_code'
  came_from text,
  answer_by date,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index requests_by_party on requests (party_id, created_at desc);
create index requests_by_browser on requests (browser_id, created_at desc);

create table request_entries (
  id uuid primary key,
  request_id uuid not null references requests,
  author text not null constraint request_entries_author check (author in ('customer', 'visitor', 'agency', 'support', 'system')),
  text text not null,
  at timestamptz not null
);
create index request_entries_by_request on request_entries (request_id, at);

create table help_feedback (
  id uuid primary key,
  answer text not null,
  is_useful boolean not null,
  language text not null,
  at timestamptz not null
);
