-- The Idempotency-Key with which a program added the line, so that asking again adds none.
alter table receipt_line add column request_key text;
create unique index receipt_line_request_key on receipt_line (household_id, receipt_id, request_key)
  where request_key is not null;
