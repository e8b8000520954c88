create table receipt (
  household_id uuid not null references household on delete cascade,
  id uuid not null,
  stage text not null
    check (stage in ('PENDING', 'EXTRACTED', 'ITEMS_CREATED', 'READY_FOR_REVIEW', 'CONFIRMED')),
  -- for display and alerts; scheduling never reads it
  condition text not null check (condition in ('OK', 'AWAITING_AI', 'FAILED')),
  failure text,
  content_hash text not null,
  original_file text not null,
  shown_file text not null,
  media_type text not null,
  file_name text not null,
  byte_size bigint not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  changed_at timestamptz not null,
  merchant text,
  purchased_on date,
  currency text check (length(currency) = 3),
  subtotal numeric(14, 2),
  tax numeric(14, 2),
  discounts numeric(14, 2),
  total numeric(14, 2),
  -- the answer of ai-service, word for word
  extraction jsonb,
  confirmed_at timestamptz,
  confirmed_by uuid,
  version bigint not null default 0,
  primary key (household_id, id),
  check ((condition = 'FAILED') = (failure is not null)),
  check (condition <> 'FAILED' or stage <> 'CONFIRMED')
);
create index receipt_content on receipt (household_id, content_hash);
create index receipt_recent on receipt (household_id, uploaded_at desc, id);
-- what the reconciler and the queue gauge look at: few rows at any time
create index receipt_under_way on receipt (changed_at)
  where stage in ('PENDING', 'EXTRACTED', 'ITEMS_CREATED') and condition <> 'FAILED';
call protect_by_household('receipt');

create table receipt_line (
  household_id uuid not null,
  receipt_id uuid not null,
  line_no int not null check (line_no >= 1),
  kind text not null check (kind in ('ITEM', 'DEPOSIT', 'DISCOUNT')),
  raw_text text not null,
  description text not null,
  quantity numeric(14, 3) not null,
  unit text not null,
  unit_price numeric(14, 4),
  line_total numeric(14, 2) not null,
  discount numeric(14, 2) not null default 0,
  confidence double precision not null,
  box_x double precision,
  box_y double precision,
  box_width double precision,
  box_height double precision,
  stocked boolean not null,
  item_id uuid,
  match_source text check (match_source in ('EXACT', 'PERSON')),
  category_id uuid,
  category_source text check (category_source in ('ITEM', 'MODEL', 'PERSON')),
  category_confidence double precision,
  location_id uuid,
  use_by date,
  primary key (household_id, receipt_id, line_no),
  foreign key (household_id, receipt_id) references receipt (household_id, id) on delete cascade,
  foreign key (household_id, item_id) references item (household_id, id) on delete set null (item_id),
  foreign key (household_id, category_id) references category (household_id, id)
    on delete set null (category_id),
  foreign key (household_id, location_id) references storage_location (household_id, id)
    on delete set null (location_id)
);
create index receipt_line_item on receipt_line (household_id, item_id);
call protect_by_household('receipt_line');
