-- Operations waiting for their code and the attestations of those that were executed (CNF).

create table operations (
  id uuid primary key,
  public_id text not null constraint operations_one_per_public_id unique,
  kind text not null,
  account_id uuid not null references accounts,
  -- only the session that proposed it may confirm it
  session_id uuid not null references sessions,
  party_id uuid not null,
  profile_id uuid not null,
  input jsonb not null,
  statement jsonb not null,
  statement_hash text not null,
  destination_contact_id uuid not null references contacts,
  destination_kind text not null,
  destination_value text not null,
  state text not null constraint operations_state check (state in ('proposed', 'executed', 'void')),
  -- why it is void, as a reason
  void_reason jsonb,
  next_address text,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  executed_at timestamptz
);
create index operations_by_account on operations (account_id, proposed_at);

-- The leaves of the log that anyone will be able to verify: SHA-256(0x00 || salt || canonical JSON) after RFC 6962.
-- The salt lies beside it and can be erased without breaking the log. Sequencing into the log happens later.
create table attestations (
  id uuid primary key,
  operation_id uuid not null constraint attestations_one_per_operation unique references operations,
  party_id uuid not null,
  facts jsonb not null,
  salt bytea not null,
  leaf bytea not null,
  at timestamptz not null
);
