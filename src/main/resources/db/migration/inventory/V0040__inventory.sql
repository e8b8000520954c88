create table category (
  household_id uuid not null references household on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  -- the starter category it came from; null for one the household made up
  starter text,
  pictogram text not null,
  sort_order int not null,
  primary key (household_id, id),
  unique (household_id, name)
);
call protect_by_household('category');

create table storage_location (
  household_id uuid not null references household on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  zone text not null check (zone in ('FRIDGE', 'FREEZER', 'PANTRY', 'CELLAR', 'OTHER')),
  sort_order int not null,
  primary key (household_id, id),
  unique (household_id, name)
);
call protect_by_household('storage_location');

create table item (
  household_id uuid not null references household on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- the name as it is compared: see ItemName
  name_key text not null,
  category_id uuid,
  location_id uuid,
  created_at timestamptz not null,
  primary key (household_id, id),
  foreign key (household_id, category_id) references category (household_id, id)
    on delete set null (category_id),
  foreign key (household_id, location_id) references storage_location (household_id, id)
    on delete set null (location_id),
  unique (household_id, name_key)
);
call protect_by_household('item');

create table stock_entry (
  household_id uuid not null references household on delete cascade,
  id uuid not null,
  item_id uuid not null,
  location_id uuid,
  quantity numeric(14, 3) not null check (quantity >= 0),
  unit text not null,
  price_amount numeric(14, 2),
  price_currency text check (length(price_currency) = 3),
  purchased_on date,
  use_by date,
  -- what it came from, such as receipt:<id>:<line>; the same origin never makes a second entry
  origin text,
  created_at timestamptz not null,
  primary key (household_id, id),
  foreign key (household_id, item_id) references item (household_id, id) on delete cascade,
  foreign key (household_id, location_id) references storage_location (household_id, id)
    on delete set null (location_id),
  unique (household_id, origin),
  check ((price_amount is null) = (price_currency is null))
);
create index stock_entry_item on stock_entry (household_id, item_id);
create index stock_entry_recent on stock_entry (household_id, created_at desc, id);
call protect_by_household('stock_entry');
