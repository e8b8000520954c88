-- What was paid for an item, once for each line that was accepted.
create table price_observation (
  household_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  receipt_id uuid not null,
  shop_id uuid,
  day date not null,
  amount numeric(14, 2) not null,
  currency text not null check (length(currency) = 3),
  quantity numeric(14, 3) not null,
  unit text not null,
  -- what a pack holds, where the line says so, in kg, l or piece
  pack_quantity numeric(14, 4),
  -- comparable: for one of per
  unit_price numeric(14, 4) not null,
  per text not null check (per in ('kg', 'l', 'piece')),
  -- what it came from, as stock entries name it; the same origin never makes a second price
  origin text not null,
  primary key (household_id, id),
  foreign key (household_id, item_id) references item (household_id, id) on delete cascade,
  foreign key (household_id, receipt_id) references receipt (household_id, id) on delete cascade,
  foreign key (household_id, shop_id) references shop (household_id, id) on delete set null (shop_id),
  unique (household_id, origin)
);
create index price_observation_item on price_observation (household_id, item_id, day desc, id);
create index price_observation_receipt on price_observation (household_id, receipt_id);
call protect_by_household('price_observation');
