-- Forgotten usernames (ACC-3), and attestations that nobody can change (CNF-10). A million rows: no rewrite, milliseconds.

-- One row a question, whatever the answer is; a task decides. Forgotten after a day: it holds what a stranger typed.
create table username_questions (
  id uuid primary key,
  browser_id uuid not null references browsers,
  -- codice fiscale or partita IVA as typed, normalised; the policy number only where one was given
  fiscal_id text not null,
  policy_number text,
  language text not null,
  address text not null,
  -- the task that decides has run
  decided_at timestamptz,
  -- the masked username, where the policy number too was right
  masked text,
  created_at timestamptz not null
);
create index username_questions_by_browser on username_questions (browser_id, created_at);

-- The log of what was confirmed is written once: whoever can write rows still cannot change or remove one.
create trigger attestations_append_only before update or delete on attestations for each row execute function refuse_change();
