-- the secret part of the address a household forwards e-receipts to; whoever knows it may
create table mail_address (
  household_id uuid not null references household on delete cascade,
  token text not null unique,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (household_id)
);
call protect_by_household('mail_address');

-- what was taken out of which mail, so that nothing is taken twice, not even what was removed since
create table mail_taken (
  household_id uuid not null references household on delete cascade,
  message_id text not null,
  content_hash text not null,
  taken_at timestamptz not null,
  primary key (household_id, message_id, content_hash)
);
call protect_by_household('mail_taken');
