alter table receipt
  -- the small picture for lists; null for receipts from before there were any
  add column thumb_file text,
  -- taken away by a person, who can take that back until the rows and files are deleted
  add column removed_at timestamptz;
