-- Payments, attempts, notices, ledger, refunds due. PAY-5, 6, 10, 11, 12.
-- The lock is per payable: at most one payment that is open or paid.

create table payments (
  id uuid primary key,
  -- the same as that of its operation: one number to read to the support desk, one address for the outcome
  public_id text not null constraint payments_one_per_public_id unique,
  operation_id uuid not null constraint payments_one_per_operation unique references operations,
  payable_id uuid not null references payables,
  policy_id uuid not null references policies,
  -- who paid, with which account, and whose policy it is
  party_id uuid not null references parties,
  account_id uuid not null references accounts,
  policyholder_id uuid not null references parties,
  method text not null constraint payments_method check (method in ('card', 'mybank', 'satispay')),
  amount_cents bigint not null constraint payments_amount_positive check (amount_cents > 0),
  -- open: under way or unknown; paid: received and kept; returned: received and given back; closed: nothing received
  state text not null constraint payments_state check (state in ('open', 'paid', 'returning', 'returned', 'closed')),
  language text not null,
  created_at timestamptz not null,
  paid_at timestamptz,
  closed_at timestamptz,
  -- when the customer was written to because the bank had not answered yet
  told_pending_at timestamptz
);
-- PAY-6, the sentence that must never break. A payment wholly given back frees the lock.
create unique index payments_one_open_or_paid_per_payable on payments (payable_id) where state in ('open', 'paid');
create index payments_by_party on payments (party_id, created_at desc);
create index payments_by_policy on payments (policy_id);
create index payments_by_payable on payments (payable_id);

create table payment_attempts (
  id uuid primary key,
  payment_id uuid not null references payments,
  provider text not null,
  method text not null,
  -- ours, unique at the provider, stored before the call
  reference text not null constraint payment_attempts_one_per_reference unique,
  state text not null constraint payment_attempts_state check
    (state in ('confirmed', 'started', 'unknown', 'paid', 'refused', 'cancelled', 'expired', 'superseded', 'returning', 'returned')),
  -- keeps the request and the task that follows a crash from opening it twice
  opening_until timestamptz,
  opened_at timestamptz,
  -- where the payer goes, and what a notice must carry to be believed
  page_address text,
  security_token text,
  -- after this the provider itself keeps it open no longer
  limit_at timestamptz not null,
  -- reconciled until then
  watched_until timestamptz not null,
  next_look_at timestamptz,
  -- when the provider was last asked, so that a page that is looked at often does not ask as often
  asked_at timestamptz,
  -- the provider lists a movement that is not final yet
  pending_since timestamptz,
  -- why nothing was received
  ended_because text constraint payment_attempts_ended_because check
    (ended_because in ('declined', 'not_opened', 'gave_up', 'limit', 'superseded')),
  gave_up_at timestamptz,
  -- the movement that paid, and what it was paid with as the payer knows it: "VISA ***4242"
  provider_payment_id text,
  instrument text,
  settled_at timestamptz,
  created_at timestamptz not null
);
create index payment_attempts_by_payment on payment_attempts (payment_id);
create index payment_attempts_to_look_at on payment_attempts (next_look_at) where next_look_at is not null;

-- Notices as they came, stored before anything is done with them.
create table payment_notices (
  id uuid primary key,
  provider text not null,
  -- the provider's own id of the event: the same notice twice is one row
  notice_key text not null,
  reference text not null,
  body jsonb not null,
  is_authentic boolean not null,
  received_at timestamptz not null,
  handled_at timestamptz,
  constraint payment_notices_one_per_key unique (provider, notice_key)
);

create table ledger_transactions (
  id uuid primary key,
  -- the movement of the provider that it records, once: 'received:nexi-xpay:<id>', 'returned:nexi-xpay:<id>'
  key text not null constraint ledger_transactions_one_per_key unique,
  payment_id uuid not null references payments,
  attempt_id uuid not null references payment_attempts,
  at timestamptz not null
);
create index ledger_transactions_by_attempt on ledger_transactions (attempt_id);

create table ledger_entries (
  transaction_id uuid not null references ledger_transactions,
  -- provider:nexi-xpay, premiums, to_return
  account text not null,
  -- positive is debit
  amount_cents bigint not null constraint ledger_entries_not_zero check (amount_cents <> 0),
  primary key (transaction_id, account)
);

-- Double entry: the entries of a transaction sum to zero, checked when the database transaction ends.
create function check_ledger_balance() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(amount_cents), 0) from ledger_entries where transaction_id = new.transaction_id) <> 0 then
    raise exception 'ledger transaction % does not balance', new.transaction_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_transactions_balance after insert on ledger_entries
  deferrable initially deferred for each row execute function check_ledger_balance();
create trigger ledger_entries_append_only before update or delete on ledger_entries for each row execute function refuse_change();
create trigger ledger_transactions_append_only before update or delete on ledger_transactions for each row execute function refuse_change();

create table refunds (
  id uuid primary key,
  payment_id uuid not null references payments,
  attempt_id uuid not null references payment_attempts,
  -- the movement that is given back
  provider_payment_id text not null,
  amount_cents bigint not null constraint refunds_amount_positive check (amount_cents > 0),
  -- why it is given back, as a reason
  reason jsonb not null,
  -- due: by hand, with a day; asked: through the provider; done
  state text not null constraint refunds_state check (state in ('due', 'asked', 'done')),
  due_by date,
  -- the idempotency key of the provider
  request_key text not null constraint refunds_one_per_request unique,
  tries integer not null default 0,
  next_try_at timestamptz,
  created_at timestamptz not null,
  done_at timestamptz,
  constraint refunds_one_per_movement unique (attempt_id, provider_payment_id)
);
create index refunds_to_try on refunds (next_try_at) where next_try_at is not null;

create index refunds_by_payment on refunds (payment_id);

-- Receipts are numbered without gaps per year.
create table receipt_numbers (
  year integer primary key,
  last integer not null
);
create table receipts (
  id uuid primary key,
  payment_id uuid not null constraint receipts_one_per_payment unique references payments,
  number text not null constraint receipts_one_per_number unique,
  document_id uuid references documents,
  -- where it went: the e-mail address, or why it went nowhere
  sent_to text,
  not_sent_because text constraint receipts_not_sent_because check (not_sent_because in ('no_email', 'not_paperless')),
  created_at timestamptz not null
);
