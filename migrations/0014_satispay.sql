-- Providers that call an order by an id of their own, and whose calls are signed with a key of ours. PAY-6, 10, 11, 12.

-- the provider's own id of the order, where it has one: known once it has answered
alter table payment_attempts add column provider_order_id text;

-- the movement that gave the money back, as the provider calls it: some list it nowhere else
alter table refunds add column provider_refund_id text;

-- One pairing with a provider: the key that signs our calls, sealed with a key derived from SPORTELLO_SECRET.
create table provider_pairings (
  provider text primary key,
  -- the environment it was made with; the key means nothing anywhere else
  address text not null,
  key_id text not null,
  sealed_private_key bytea not null,
  paired_at timestamptz not null
);
