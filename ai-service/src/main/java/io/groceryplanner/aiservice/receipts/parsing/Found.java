package io.groceryplanner.aiservice.receipts.parsing;

import io.groceryplanner.aiservice.receipts.reading.Box;
import org.jspecify.annotations.Nullable;

/** A value found on a receipt, how sure it is, and where it stands. */
public record Found<T>(T value, double confidence, @Nullable Box box) {}
