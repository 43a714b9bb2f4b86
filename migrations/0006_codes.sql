-- Codes and links: what was sent, how often it was tried. The codes themselves are never stored: they are derived with a
-- key kept outside the database (CNF-2). The row of a subject is locked before a code is compared.

create table code_subjects (
  -- 'operation', 'registration', 'device', 'recovery', 'contact', 'request'
  purpose text not null,
  subject text not null,
  -- the newest send; only its code is right
  send_number integer not null default 0,
  primary key (purpose, subject)
);

create table code_sends (
  purpose text not null,
  subject text not null,
  send_number integer not null,
  digits integer not null,
  -- what the code is bound to (CNF-3), hex; empty where there is no statement
  statement_hash text not null,
  tries_left integer not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  link_expires_at timestamptz,
  used_at timestamptz,
  link_used_at timestamptz,
  primary key (purpose, subject, send_number),
  foreign key (purpose, subject) references code_subjects
);
