-- the file as it was sent may go some time after its receipt was put away
alter table receipt add column original_deleted_at timestamptz;
create index receipt_original_age on receipt (confirmed_at)
  where stage = 'CONFIRMED' and original_deleted_at is null;
