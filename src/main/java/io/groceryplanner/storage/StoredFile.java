package io.groceryplanner.storage;

import java.time.Instant;

/** A file that is there, and since when. */
public record StoredFile(FileKey key, Instant storedAt) {}
