package io.groceryplanner.receipts;

import io.groceryplanner.storage.FileKey;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that was taken and stored.
 *
 * @param contentHash SHA-256 of the original, in hex
 * @param shown null until there is a picture
 * @param thumbnail null until there is a picture
 */
record StoredUpload(
    String contentHash,
    FileKey original,
    @Nullable FileKey shown,
    @Nullable FileKey thumbnail,
    String mediaType,
    String fileName,
    long byteSize) {

  List<FileKey> files() {
    return Stream.of(original, shown, thumbnail).filter(Objects::nonNull).toList();
  }
}
