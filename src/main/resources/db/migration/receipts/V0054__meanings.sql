-- The item that a line nobody could match is nearest to in meaning, says the model; only offered.
alter table receipt_line add column meant_item_id uuid;
alter table receipt_line add column meant_confidence double precision;
alter table receipt_line add foreign key (household_id, meant_item_id)
  references item (household_id, id) on delete set null (meant_item_id);
create index receipt_line_meant_item on receipt_line (household_id, meant_item_id)
  where meant_item_id is not null;
-- when the model was asked; null while it is away
alter table receipt add column meanings_compared_at timestamptz;
