package io.groceryplanner.aiservice.receipts.image;

import io.groceryplanner.aiservice.base.ProblemCode;

/** What became of an upload. */
public sealed interface IntakeResult {

  /** An upright picture. */
  record Picture(GreyImage image) implements IntakeResult {}

  /** A PDF, to be taken apart page by page. */
  record Document(byte[] file) implements IntakeResult {}

  /** Nothing that can be read, with a sentence for the person who sent it. */
  record Refused(ProblemCode code, String detail) implements IntakeResult {}
}
