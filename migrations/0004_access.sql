-- Who is at the keyboard: accounts, browsers, known devices, sessions, tries, recoveries, kept forms. ACC-1, 2, 4, 11, 12.
-- Tokens are stored as SHA-256 only.

create table accounts (
  id uuid primary key,
  party_id uuid not null references parties,
  state text not null constraint accounts_state check (state in ('active', 'locked', 'frozen', 'cancelled')),
  -- why it is not active: 'unused' for a year, 'desk', 'objection'
  state_because text,
  password_hash text not null,
  -- grows with every change of credentials; a session of an older version is over
  credential_version integer not null default 1,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  -- recoveries: within 24 hours of one the new-device code may not go to the username (ACC-11)
  recovered_at timestamptz,
  cancelled_at timestamptz
);
create unique index accounts_one_per_party on accounts (party_id) where state <> 'cancelled';

create table browsers (
  id uuid primary key,
  token_hash bytea not null constraint browsers_one_per_token unique,
  -- what it says of itself, shortened: "Firefox, Windows"
  label text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null
);

create table known_devices (
  -- by which the page of sessions and devices names it
  public_id text not null constraint known_devices_one_per_public_id unique,
  account_id uuid not null references accounts,
  browser_id uuid not null references browsers,
  known_since timestamptz not null,
  known_until timestamptz not null,
  primary key (account_id, browser_id)
);

create table sessions (
  id uuid primary key,
  public_id text not null constraint sessions_one_per_public_id unique,
  token_hash bytea not null constraint sessions_one_per_token unique,
  account_id uuid not null references accounts,
  browser_id uuid not null references browsers,
  profile_id uuid not null references parties,
  credential_version integer not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_by_account on sessions (account_id) where ended_at is null;

-- Right password, device not known yet: waits for the code of ACC-11.
create table device_challenges (
  id uuid primary key,
  account_id uuid not null references accounts,
  browser_id uuid not null references browsers,
  contact_id uuid not null references contacts,
  -- the username instead of the confirmation contact, asked by who cannot reach it
  is_at_username boolean not null default false,
  credential_version integer not null,
  return_to text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index device_challenges_by_browser on device_challenges (browser_id, created_at);

-- ACC-4: counted per username as normalised, known or not; `browser_id` only for browsers known for that account.
create table password_failures (
  username_hash bytea not null,
  browser_id uuid,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  constraint password_failures_one_count unique nulls not distinct (username_hash, browser_id)
);

create table recoveries (
  id uuid primary key,
  public_id text not null constraint recoveries_one_per_public_id unique,
  browser_id uuid not null references browsers,
  -- what was typed, normalised
  value text not null,
  language text not null,
  address text not null,
  -- the task that decides has run
  decided_at timestamptz,
  -- filled by that task; nothing when no account answers to the value
  account_id uuid references accounts,
  contact_id uuid references contacts,
  -- what the link is derived from: the same subject for every recovery of an account, so that only the newest link counts
  subject text,
  send_number integer,
  created_at timestamptz not null,
  used_at timestamptz
);
create index recoveries_by_account on recoveries (account_id, created_at);
create index recoveries_by_subject on recoveries (subject, send_number);
create index recoveries_by_browser on recoveries (browser_id, created_at);

-- ACC-12: text fields of a form posted with a session that had ended; encrypted with a key from the browser's cookie.
create table kept_forms (
  browser_id uuid primary key references browsers,
  account_id uuid not null references accounts,
  path text not null,
  content bytea not null,
  expires_at timestamptz not null
);
