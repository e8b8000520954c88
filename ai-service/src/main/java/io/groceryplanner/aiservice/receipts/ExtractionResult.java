package io.groceryplanner.aiservice.receipts;

import io.groceryplanner.aiservice.base.ProblemCode;

/** What became of a receipt. */
public sealed interface ExtractionResult {

  /** It was read. */
  record Extracted(Extraction extraction) implements ExtractionResult {}

  /** It cannot be read, now or later. */
  record Refused(ProblemCode code, String detail) implements ExtractionResult {}

  /** It may be sent again in a while. */
  record TryLater(ProblemCode code, String detail) implements ExtractionResult {}
}
