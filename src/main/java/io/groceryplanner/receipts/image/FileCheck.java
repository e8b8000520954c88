package io.groceryplanner.receipts.image;

/** What came of looking at a file. */
public sealed interface FileCheck {

  record Fine(ReceiptFile file) implements FileCheck {}

  /** It cannot be taken; {@link Reason} says why in terms a sentence is kept for. */
  record Refused(Reason reason) implements FileCheck {}

  /** Why a file is not taken. */
  enum Reason {
    EMPTY,
    TOO_LARGE,
    /** Not a picture or PDF at all, whatever its name says. */
    NOT_A_PICTURE,
    /** The picture breaks off, or cannot be decoded. */
    DAMAGED,
    /** The text of an e-receipt that is longer than any receipt. */
    TEXT_TOO_LONG,
    TOO_MANY_PIXELS
  }
}
