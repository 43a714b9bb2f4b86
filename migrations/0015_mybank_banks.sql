-- PAY-14: the banks that take part in MyBank, as the operator's latest list says. One list at a time, replaced as a whole by
-- `sportello banks load`. A new, empty table: no time on any size of database.

create table mybank_banks (
  id uuid primary key,
  name text not null constraint mybank_banks_one_per_name unique,
  -- the name without accents, capitals and signs, a space before each word
  search_text text not null,
  -- active: takes part; suspended: not at the moment; left: no longer
  status text not null constraint mybank_banks_status check (status in ('active', 'suspended', 'left')),
  -- the day of the list, the same in every row
  list_day date not null
);
