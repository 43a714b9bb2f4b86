-- Deliveries of the core system: runs, positions, rows waiting for a parent, rows refused. INT-1.

create table import_runs (
  id uuid primary key,
  -- the delivery's own id and checksum of its manifest: the same delivery is recognised
  delivery text not null,
  manifest_sha256 bytea not null,
  folder text not null,
  delivered_on date not null,
  state text not null constraint import_runs_state check (state in ('running', 'done', 'partly', 'failed')),
  started_at timestamptz not null,
  finished_at timestamptz
);

create table import_files (
  run_id uuid not null references import_runs,
  position integer not null,
  entity text not null,
  file text not null,
  rows_expected bigint not null,
  sha256 bytea not null,
  -- position: lines done, and the byte where the next batch starts
  lines_done bigint not null default 0,
  bytes_done bigint not null default 0,
  written bigint not null default 0,
  unchanged bigint not null default 0,
  refused bigint not null default 0,
  waiting bigint not null default 0,
  state text not null constraint import_files_state check (state in ('waiting', 'running', 'done')),
  primary key (run_id, entity)
);

create table import_waiting_rows (
  run_id uuid not null references import_runs,
  entity text not null,
  line bigint not null,
  row jsonb not null,
  misses jsonb not null,
  primary key (run_id, entity, line)
);

create table import_refused_rows (
  run_id uuid not null references import_runs,
  entity text not null,
  file text not null,
  line bigint not null,
  field text not null,
  reason text not null,
  primary key (run_id, entity, line, field)
);
