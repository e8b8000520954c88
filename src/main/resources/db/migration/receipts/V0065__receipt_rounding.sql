-- What the till rounded the amount to pay by, as it is printed; less than zero where it rounded down.
alter table receipt add column rounding numeric(14, 2);
