create table household (
  household_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  currency text not null check (length(currency) = 3),
  time_zone text not null,
  created_at timestamptz not null
);
call protect_by_household('household');

create table membership (
  household_id uuid not null references household on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  role text not null check (role in ('OWNER', 'ADMIN', 'MEMBER')),
  joined_at timestamptz not null,
  primary key (household_id, user_id)
);
create index membership_user on membership (user_id);
call protect_by_household('membership');
