-- Shops a household buys at, under the name its receipts carry.
create table shop (
  household_id uuid not null references household on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- the name as it is compared: see LineText
  name_key text not null,
  primary key (household_id, id),
  unique (household_id, name_key)
);
call protect_by_household('shop');

alter table receipt add column shop_id uuid;
alter table receipt add foreign key (household_id, shop_id) references shop (household_id, id)
  on delete set null (shop_id);
-- what spending is summed over
create index receipt_bought on receipt (household_id, purchased_on) where stage = 'CONFIRMED';

alter table receipt_line drop constraint receipt_line_match_source_check;
alter table receipt_line add constraint receipt_line_match_source_check
  check (match_source in ('EXACT', 'REMEMBERED', 'NORMALISED', 'SIMILAR', 'MEANING', 'PERSON'));
alter table receipt_line add column match_confidence double precision;

-- What a shop's line text meant when a receipt was last accepted.
create table shop_memory (
  household_id uuid not null,
  shop_id uuid not null,
  -- the printed text as it is compared: see LineText
  line_key text not null,
  printed text not null,
  description text not null,
  item_id uuid,
  category_id uuid,
  stocked boolean not null,
  -- what one of the printed unit comes to, where a person counts otherwise: 1 piece is 500 g
  printed_unit text,
  unit text,
  units_each numeric(14, 3) check (units_each > 0),
  learned_from uuid not null,
  learned_at timestamptz not null,
  primary key (household_id, shop_id, line_key),
  foreign key (household_id, shop_id) references shop (household_id, id) on delete cascade,
  foreign key (household_id, item_id) references item (household_id, id) on delete cascade,
  foreign key (household_id, category_id) references category (household_id, id)
    on delete set null (category_id),
  check ((unit is null) = (units_each is null)),
  check ((unit is null) = (printed_unit is null))
);
create index shop_memory_learned on shop_memory (household_id, learned_from);
create index shop_memory_item on shop_memory (household_id, item_id);
call protect_by_household('shop_memory');
