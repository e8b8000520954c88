alter table receipt_line drop constraint receipt_line_category_source_check;
alter table receipt_line add constraint receipt_line_category_source_check
  check (category_source in ('ITEM', 'CATALOGUE', 'MODEL', 'PERSON'));
