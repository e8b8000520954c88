-- What the nightly check of all files found; of the installation, not of a household.
create table file_audit (
  checked_at timestamptz primary key,
  files bigint not null,
  -- files no row refers to
  orphaned bigint not null,
  -- files a row refers to that are not there
  missing bigint not null,
  deleted bigint not null
);
