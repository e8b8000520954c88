package io.groceryplanner.storage;

import io.groceryplanner.base.HouseholdId;
import java.util.List;
import java.util.Set;

/** A module that keeps files. Each has one of these, or the nightly check deletes its files. */
public interface FileOwner {

  /** The households that may have files. */
  List<HouseholdId> households();

  /** The files of a household that a row refers to. */
  Set<FileKey> filesOf(HouseholdId household);
}
