-- What admins turned off or on, of the installation; what is not here stands as the environment says.
create table feature_switch (
  name text primary key,
  is_on boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null
);
