-- What was done to the installation and what concerns its security; ids and names of settings only.
create table audit_log (
  id bigint generated always as identity primary key,
  done_at timestamptz not null,
  act text not null,
  -- null where nobody was signed in
  actor uuid,
  subject text not null check (length(subject) <= 200),
  detail text not null check (length(detail) <= 200)
);
create index audit_log_act on audit_log (act, id);

-- Append only, also for a program that went wrong: nothing is changed, nothing young is deleted.
revoke update on audit_log from planner_app, planner_system;
alter table audit_log enable row level security;
create policy everybody_reads on audit_log for select using (true);
create policy everybody_appends on audit_log for insert with check (true);
create policy only_old_goes on audit_log for delete using (done_at < now() - interval '30 days');

-- What happens too often to be told one by one, such as failed sign-ins, by the hour.
create table audit_count (
  act text not null,
  hour timestamptz not null,
  times bigint not null,
  primary key (act, hour)
);
