-- What was away from when to when, as each replica of the installation saw it.
create table degradation_episode (
  replica text not null,
  part text not null,
  since timestamptz not null,
  kind text not null,
  -- null while it lasts, or where the replica ended before it did
  until timestamptz,
  seen_at timestamptz not null,
  primary key (replica, part, since)
);
create index degradation_episode_since on degradation_episode (since desc);
