alter table receipt
  -- looks like the same purchase from another photo; a person decides
  add column possible_duplicate_of uuid,
  -- a person said that both are kept
  add column kept_beside boolean not null default false,
  add foreign key (household_id, possible_duplicate_of) references receipt (household_id, id)
    on delete set null (possible_duplicate_of);
create index receipt_purchase on receipt (household_id, purchased_on);
create index receipt_possible_duplicate on receipt (household_id, possible_duplicate_of)
  where possible_duplicate_of is not null;
