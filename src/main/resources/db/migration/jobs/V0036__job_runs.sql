-- How the last runs of jobs ended; ids and names of classes, never a household's words.
-- Kept short by JobHistory: the newest few hundred of each task.
create table job_run (
  id bigint generated always as identity primary key,
  task_name text not null,
  task_instance text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  -- of the exception it ended with; null where it went well
  failure text check (length(failure) <= 300)
);
create index job_run_subject on job_run (task_instance, id);
create index job_run_failed on job_run (id) where failure is not null;
