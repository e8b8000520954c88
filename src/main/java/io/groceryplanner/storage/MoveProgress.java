package io.groceryplanner.storage;

import org.jspecify.annotations.Nullable;

/** Is told how far a move has come. */
interface MoveProgress {

  void begin();

  /**
   * @param lookedAt files of the old place so far
   * @param copied those of them that were not in the new place yet
   */
  void progress(long lookedAt, long copied);

  /**
   * @param failure what it stopped with, or null where it went through
   */
  void end(@Nullable Throwable failure);
}
