package io.groceryplanner.aiservice.receipts.parsing;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of a receipt before it is read. */
public record Hints(@Nullable Locale locale, @Nullable String currency, LocalDate today) {}
