-- What each acceptance taught is kept beside what it taught over, so that taking one back leaves what
-- was known before. The latest counts.
alter table shop_memory drop constraint shop_memory_pkey;
alter table shop_memory add primary key (household_id, shop_id, line_key, learned_from);
