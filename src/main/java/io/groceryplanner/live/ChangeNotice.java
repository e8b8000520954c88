package io.groceryplanner.live;

import io.groceryplanner.base.HouseholdId;
import java.util.UUID;

/**
 * Something of this household changed. It carries no data: who hears it reads again.
 *
 * @param topic what kind of thing, such as {@code receipts}
 * @param id which one
 */
public record ChangeNotice(HouseholdId household, String topic, String id) {

  /** No household: what concerns the whole installation. */
  public static final HouseholdId INSTALLATION = new HouseholdId(new UUID(0, 0));

  /** Stands for every topic, or every id: after an interruption anything may have changed. */
  static final String ANY = "*";

  public boolean isAbout(String wanted) {
    return topic.equals(wanted) || topic.equals(ANY);
  }

  public boolean isAbout(String wanted, String wantedId) {
    return isAbout(wanted) && (id.equals(wantedId) || id.equals(ANY));
  }

  /** Something of this topic changed, maybe several things. */
  public static ChangeNotice anyOf(HouseholdId household, String topic) {
    return new ChangeNotice(household, topic, ANY);
  }
}
