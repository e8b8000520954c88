package io.groceryplanner.storage;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A file store that says when it is away, and looks itself whether it is back. */
class WatchedFileStore implements FileStore {

  /** Of no household: what is written to see whether writing works, and deleted again. */
  private static final FileKey TRIAL =
      FileKey.of(new HouseholdId(new UUID(0, 0)), new UUID(0, 0), "trial");

  private static final byte[] TRIAL_CONTENT = new byte[64 * 1024];

  private final FileStore store;
  private final Degradations degradations;

  WatchedFileStore(FileStore store, Degradations degradations) {
    this.store = store;
    this.degradations = degradations;
  }

  private interface Access<T> {
    T to() throws IOException;
  }

  /** A store that cannot be read from may well be written to, so only a trial says it is back. */
  private <T> T watch(Access<T> access) throws IOException {
    try {
      return access.to();
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      degradations.report(Part.STORAGE);
      throw e;
    }
  }

  /** While it is away: tries whether it takes a file and gives it back. */
  void look() {
    if (!degradations.isAway(Part.STORAGE)) {
      return;
    }
    try {
      store.put(TRIAL, TRIAL_CONTENT);
      store.open(TRIAL).orElseThrow(() -> new IOException("What was stored is gone")).close();
      store.delete(TRIAL);
      degradations.clear(Part.STORAGE);
    } catch (IOException e) {
      degradations.report(Part.STORAGE);
    }
  }

  @Override
  public void put(FileKey key, byte[] content) throws IOException {
    watch(() -> {
      store.put(key, content);
      return key;
    });
  }

  @Override
  public Optional<InputStream> open(FileKey key) throws IOException {
    return watch(() -> store.open(key));
  }

  @Override
  public boolean has(FileKey key) throws IOException {
    return watch(() -> store.has(key));
  }

  @Override
  public void delete(FileKey key) throws IOException {
    watch(() -> {
      store.delete(key);
      return key;
    });
  }

  @Override
  public Stream<StoredFile> list() throws IOException {
    return watch(store::list);
  }
}
