-- Why a file of a mail was not taken, until a person has read it.
alter table mail_taken add column refused_for text;
create index mail_taken_refused on mail_taken (household_id) where refused_for is not null;
