package io.groceryplanner.base;

import java.time.ZoneId;

/** Who is signed in, for screens that have nothing to do with a household. */
public interface CurrentPerson {

  UserId userId();

  /** Where the person's clock stands. */
  ZoneId timeZone();
}
