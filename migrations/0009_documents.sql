-- Documents, paperless choice. PAY-7, DOC-1, DOC-2, DOC-6. Files lie in the storage; the checksum says they are intact.

create table documents (
  id uuid primary key,
  public_id text not null constraint documents_one_per_public_id unique,
  -- what made it, so that making it again changes nothing: 'receipt:<payment id>'
  origin_key text not null constraint documents_one_per_origin unique,
  kind text not null constraint documents_kind check (kind in ('receipt')),
  party_id uuid not null references parties,
  policy_id uuid references policies,
  title text not null,
  language text not null,
  media_type text not null,
  file_name text not null,
  storage_key text not null,
  bytes bigint not null,
  sha256 bytea not null,
  made_at timestamptz not null,
  read_at timestamptz
);
create index documents_by_party on documents (party_id, made_at desc);

create table paperless_choices (
  id uuid primary key,
  key text not null constraint paperless_choices_one_per_key unique,
  version bigint not null,
  party_id uuid not null references parties,
  is_on boolean not null,
  since date not null,
  as_of date not null,
  ended_at timestamptz
);
create unique index paperless_choices_one_per_party on paperless_choices (party_id) where ended_at is null;
