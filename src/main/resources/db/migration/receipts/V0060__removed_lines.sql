-- Deleted by a person, who can take that back. It keeps its number: a stock entry may bear it.
alter table receipt_line add column removed boolean not null default false;
