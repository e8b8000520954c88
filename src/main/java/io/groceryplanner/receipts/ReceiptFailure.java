package io.groceryplanner.receipts;

import java.util.Set;

/** Why a receipt failed: codes that a sentence is kept for. */
public final class ReceiptFailure {

  /** Faults on our side used up all attempts. */
  static final String GAVE_UP = "gave_up";

  private static final Set<String> WITH_A_SENTENCE =
      Set.of(
          GAVE_UP,
          "no_text_found",
          "unreadable_image",
          "too_many_pixels",
          "too_large",
          "unsupported_media");

  private ReceiptFailure() {}

  /** The key of the sentence in {@code messages/receipts}; ai-service may know codes we do not. */
  public static String messageKey(String code) {
    return "receipts.failure." + (WITH_A_SENTENCE.contains(code) ? code : "other");
  }
}
