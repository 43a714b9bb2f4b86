-- What is due of hundreds of policies is counted and put in order from one index, without a look at the table. PAY-4.
-- Reads payables once: a minute or two for twenty million rows.

drop index payables_due_by_policy;
create index payables_due_by_policy on payables (policy_id, due_on) include (id, amount_cents, key) where state = 'due' and ended_at is null;
