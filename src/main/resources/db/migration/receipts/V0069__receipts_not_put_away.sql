-- What admins look at: few rows at any time, of all households.
create index receipt_not_put_away on receipt (stage, condition, changed_at)
  where stage <> 'CONFIRMED' and removed_at is null;
create index receipt_failed_lately on receipt (changed_at desc, id)
  where condition = 'FAILED' and removed_at is null;
