-- What every scrape of /metrics asks for has an index: refunds not made yet, the newest delivery.
-- Empty tables: milliseconds; a million refunds: about a second, without stopping anybody who reads.

create index refunds_not_done on refunds (state, due_by) where state <> 'done';
create index import_runs_by_start on import_runs (started_at desc);
