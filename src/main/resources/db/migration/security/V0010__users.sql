create table app_user (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  -- lower case, so that unique means unique to a person
  email text not null unique check (length(email) between 3 and 320),
  password_hash text not null,
  created_at timestamptz not null
);

-- Only the hash of a token is kept: who reads this table cannot sign in with it.
create table api_token (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  label text not null check (length(label) between 1 and 200),
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index api_token_user on api_token (user_id);
