-- How far the last backfill of embeddings has come; one row, of the installation.
create table embedding_backfill (
  only_row boolean primary key default true check (only_row),
  state text not null check (state in ('RUNNING', 'STOPPED', 'DONE')),
  -- what made the vectors of this backfill; null until its first answer
  model text,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  embedded bigint not null,
  -- behind which item it goes on; null at the beginning
  household_id_done uuid,
  item_id_done uuid
);
