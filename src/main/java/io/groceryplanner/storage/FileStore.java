package io.groceryplanner.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps files by key. A file is written once and never changed. */
public interface FileStore {

  /**
   * Stores these bytes, durably when it returns. The same bytes under the same key again are fine.
   *
   * @throws java.nio.file.FileAlreadyExistsException when there are other bytes under this key
   * @throws IOException when they could not be kept; then nothing is stored under this key
   */
  void put(FileKey key, byte[] content) throws IOException;

  /** The file's content, or nothing when there is none. The caller closes the stream. */
  Optional<InputStream> open(FileKey key) throws IOException;

  boolean has(FileKey key) throws IOException;

  /** Removes the file if it is there. */
  void delete(FileKey key) throws IOException;

  /** Every file there is, those of one household one after the other. The caller closes it. */
  Stream<StoredFile> list() throws IOException;
}
