-- What a customer asks an agency (REQ-10): a third kind of request, with the number of the policy it is about.
-- Milliseconds: the check reads the table once.

alter table requests drop constraint requests_kind;
alter table requests add constraint requests_kind check (kind in ('support', 'new_contact', 'agency'));
alter table requests add column policy_number text;
