-- What somebody asked and who moves next (REQ-1, REQ-2). One model for tickets and requests. HLP-1: was an answer useful.
-- Empty database: milliseconds.

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
  -- the agency that answers; empty where support does
  agency_id uuid references agencies,
  category text not null,
  -- where a visitor is answered; empty for a signed-in customer, whose preferred contact of the day is used
  contact_kind text constraint requests_contact_kind check (contact_kind in ('email', 'mobile', 'landline')),
  contact_value text,
  contact_verified_at timestamptz,
  language text not null,
  -- the page or reason it came from: 'codes.limit'
  came_from text,
  -- the working day by which the next mover has promised to move
  answer_by date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint requests_have_an_owner check (party_id is not null or (browser_id is not null and contact_value is not null))
);
create index requests_by_party on requests (party_id, created_at desc);
create index requests_by_browser on requests (browser_id, created_at desc);
-- CNF-5: one click, however often it is clicked
create unique index requests_one_open_new_contact on requests (party_id) where kind = 'new_contact' and state = 'open';

create table request_entries (
  id uuid primary key,
  request_id uuid not null references requests,
  position integer not null,
  author text not null constraint request_entries_author check (author in ('customer', 'visitor', 'agency', 'support')),
  text text not null,
  -- said on the telephone: nothing was sent
  by_phone boolean not null default false,
  -- the message that told the customer of it
  message_id uuid,
  at timestamptz not null,
  constraint request_entries_one_per_position unique (request_id, position)
);

create table help_feedback (
  id uuid primary key,
  answer text not null,
  is_useful boolean not null,
  language text not null,
  at timestamptz not null
);
create index help_feedback_by_answer on help_feedback (answer, at);
