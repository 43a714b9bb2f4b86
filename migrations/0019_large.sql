-- Customers with hundreds of policies and thousands of payables: what is due is found without reading what was paid over
-- the years. PAY-4. Reads payables once: about a minute for twenty million rows.

create index payables_due_by_policy on payables (policy_id, due_on) where state = 'due' and ended_at is null;
