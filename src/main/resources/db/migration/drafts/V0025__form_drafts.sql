-- What somebody typed into a form and has not saved yet; gone when they save or give it up.
create table form_draft (
  household_id uuid not null references household on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  form_key text not null check (length(form_key) between 1 and 100),
  payload jsonb not null,
  updated_at timestamptz not null,
  primary key (household_id, user_id, form_key)
);
create index form_draft_user on form_draft (user_id);
create index form_draft_age on form_draft (household_id, updated_at);
call protect_by_household('form_draft');
