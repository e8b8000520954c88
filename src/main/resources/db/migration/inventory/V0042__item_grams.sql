-- Three-letter pieces of items' names, so that names that are nearly the same are found by equality.
-- A trigram index of pg_trgm would not serve: its operators are not leakproof, and behind row-level
-- security PostgreSQL does not look them up in an index. See docs/adr/0019.
alter table item add column gram_count int not null default 0;
-- which rule the pieces were made by; 0 = not yet
alter table item add column grams_version int not null default 0;
create index item_grams_version on item (household_id, grams_version);

create table item_gram (
  household_id uuid not null,
  gram text not null,
  item_id uuid not null,
  primary key (household_id, gram, item_id),
  foreign key (household_id, item_id) references item (household_id, id) on delete cascade
);
create index item_gram_item on item_gram (household_id, item_id);
call protect_by_household('item_gram');
