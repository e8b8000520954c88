-- How far the move of all files to another place has come; one row, of the last look.
create table file_move (
  only_row boolean primary key default true check (only_row),
  begun_at timestamptz not null,
  looked_at bigint not null,
  copied bigint not null,
  -- null while it goes on
  ended_at timestamptz,
  -- the class of what it stopped with; null where it went through
  failure text check (length(failure) <= 300)
);
