package io.groceryplanner.receipts;

import io.groceryplanner.storage.FileKey;

/**
 * A file that was taken and stored.
 *
 * @param contentHash SHA-256 of the original, in hex
 */
record StoredUpload(
    String contentHash,
    FileKey original,
    FileKey shown,
    FileKey thumbnail,
    String mediaType,
    String fileName,
    long byteSize) {}
