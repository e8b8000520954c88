package io.groceryplanner.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files on their way from one store to another: new ones are written to the new, and what is not
 * there yet is read from the old. Nothing is taken out of the old one but what is deleted anyway,
 * so that the way back stays open.
 */
class MovingFileStore implements FileStore {

  private static final Logger log = LoggerFactory.getLogger(MovingFileStore.class);

  private final FileStore current;
  private final FileStore before;

  MovingFileStore(FileStore current, FileStore before) {
    this.current = current;
    this.before = before;
  }

  /** So often people are told how far it has come. */
  private static final int TOLD_EVERY = 20;

  /** Copies what is not there yet; begun again after an interruption, it goes on where it was. */
  void copyAll(MoveProgress told) {
    int copied = 0;
    int there = 0;
    told.begin();
    try (var files = before.list()) {
      for (var file : (Iterable<StoredFile>) files::iterator) {
        if (current.has(file.key())) {
          there++;
        } else if (copy(file.key())) {
          copied++;
        }
        if ((copied + there) % TOLD_EVERY == 0) {
          told.progress(copied + there, copied);
        }
      }
    } catch (IOException e) {
      told.progress(copied + there, copied);
      told.end(e);
      throw new UncheckedIOException("The move stops after " + copied + " files, for now", e);
    }
    told.progress(copied + there, copied);
    told.end(null);
    log.info(
        "{} files were copied to their new place, {} were there; {}",
        copied,
        there,
        copied == 0 ? "planner.storage.move-from can be taken out" : "reads fall back till then");
  }

  private boolean copy(FileKey key) throws IOException {
    var content = before.open(key);
    if (content.isEmpty()) {
      return false;
    }
    try (var stream = content.get()) {
      current.put(key, stream.readAllBytes());
      return true;
    }
  }

  @Override
  public void put(FileKey key, byte[] content) throws IOException {
    current.put(key, content);
  }

  @Override
  public Optional<InputStream> open(FileKey key) throws IOException {
    var found = current.open(key);
    return found.isPresent() ? found : before.open(key);
  }

  @Override
  public boolean has(FileKey key) throws IOException {
    return current.has(key) || before.has(key);
  }

  @Override
  public void delete(FileKey key) throws IOException {
    // In this order a copy that is being made meanwhile stays at most in the new place, where the
    // nightly check finds it.
    before.delete(key);
    current.delete(key);
  }

  /** What was copied already; the whole only after the move. */
  @Override
  public Stream<StoredFile> list() throws IOException {
    return current.list();
  }
}
