package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.SystemScope;
import io.groceryplanner.storage.FileKey;
import io.groceryplanner.storage.FileOwner;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files receipts need, those of removed ones too as long as that can be taken back. */
@Component
class ReceiptFileOwner implements FileOwner {

  private final SystemScope system;
  private final JdbcClient jdbc;
  private final Receipts receipts;

  ReceiptFileOwner(SystemScope system, JdbcClient jdbc, Receipts receipts) {
    this.system = system;
    this.jdbc = jdbc;
    this.receipts = receipts;
  }

  @Override
  public List<HouseholdId> households() {
    return system.call(() ->
        jdbc
            .sql("select household_id from household order by household_id")
            .query(UUID.class)
            .list()
            .stream()
            .map(HouseholdId::new)
            .toList());
  }

  @Override
  public Set<FileKey> filesOf(HouseholdId household) {
    return receipts.listFiles(household);
  }
}
