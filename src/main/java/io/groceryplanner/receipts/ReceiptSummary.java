package io.groceryplanner.receipts;

import io.groceryplanner.base.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A receipt as lists show it.
 *
 * @param failure why it failed, as a code that {@code receipts.failure.*} has a sentence for
 * @param hasPicture false while the photo is one that browsers do not show and nobody has drawn it
 * @param lines how many lines were read
 * @param possibleDuplicateOf what looks like the same purchase from another photo; it may have been
 *     removed meanwhile
 */
public record ReceiptSummary(
    ReceiptId id,
    Stage stage,
    Condition condition,
    Optional<String> failure,
    String fileName,
    boolean hasPicture,
    Instant uploadedAt,
    Optional<String> merchant,
    Optional<LocalDate> purchasedOn,
    Optional<Money> total,
    int lines,
    Arithmetic arithmetic,
    Optional<ReceiptId> possibleDuplicateOf,
    Optional<Rescan> rescan) {}
