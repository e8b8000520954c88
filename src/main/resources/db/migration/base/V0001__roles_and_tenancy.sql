-- Migrations run as the owner. The application runs as planner_app ("set role" on every connection),
-- which owns nothing and cannot bypass row-level security. The few pieces of work that must see all
-- households (SystemScope) change to planner_system for one transaction.
do $$
declare
  application_role text;
begin
  foreach application_role in array array['planner_app', 'planner_system'] loop
    if not exists (select from pg_roles where rolname = application_role) then
      execute format('create role %I nologin', application_role);
    end if;
    begin
      if not pg_has_role(current_user, application_role, 'set') then
        execute format('grant %I to %I', application_role, current_user);
      end if;
    exception when invalid_parameter_value then
      -- Before PostgreSQL 16 there is no 'set' privilege to ask for.
      execute format('grant %I to %I', application_role, current_user);
    end;
    execute format('grant usage on schema public to %I', application_role);
    execute format(
      'alter default privileges in schema public grant select, insert, update, delete on tables to %I',
      application_role);
  end loop;
end $$;

-- The household this transaction works for; null means none, and then no row is visible.
create function app_household() returns uuid
  language sql stable
  return nullif(current_setting('app.household_id', true), '')::uuid;

-- Puts the second wall of tenancy around a table that has household_id.
create procedure protect_by_household(table_name regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy by_household on %s to planner_app using (household_id = app_household())'
    ' with check (household_id = app_household())', table_name);
  execute format(
    'create policy by_system on %s to planner_system using (true) with check (true)', table_name);
end $$;
