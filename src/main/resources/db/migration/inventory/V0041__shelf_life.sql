-- How long after shopping an item was to be used, as last said for it.
alter table item add column shelf_life_days int check (shelf_life_days > 0);
