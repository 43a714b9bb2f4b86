-- PAY-1: additional contributions. Which products take them is said by the core system; what a customer starts here is a
-- payable without a key of the core. A column with a constant default and a check that the rows already pass: no rewrite,
-- one read of payables (seconds for tens of millions of rows).

alter table products add column takes_contributions boolean not null default false;

-- Whatever has no key was started here, and only contributions are.
alter table payables add constraint payables_key_or_contribution check (key is not null or kind = 'contribution');
