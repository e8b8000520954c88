alter table receipt
  -- a person wants the photo read again, or was told that it did not work
  add column rescan text check (rescan in ('KEEPING_CORRECTIONS', 'REPLACING_ALL', 'FAILED')),
  add column header_corrected boolean not null default false;
alter table receipt_line add column corrected boolean not null default false;
create index receipt_failed on receipt (household_id) where condition = 'FAILED';
