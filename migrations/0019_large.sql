-- Customers with hundreds of policies and thousands of payables: what is due is found without reading what was paid over
-- the years. PAY-4. Reads payables twice: some minutes for twenty million rows.

create index payables_due_by_policy on payables (policy_id, due_on) where state = 'due' and ended_at is null;

-- What was paid, by the day it was paid: sums of years and the newest page come from this index alone.
drop index payables_by_policy;
create index payables_by_policy on payables (policy_id, paid_on) include (id, state, amount_cents, ended_at);
