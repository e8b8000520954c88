-- A photo that browsers do not show has no picture until ai-service has drawn one.
alter table receipt alter column shown_file drop not null;
