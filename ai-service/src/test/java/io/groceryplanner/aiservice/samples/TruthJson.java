package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes a truth as JSON without a library, so that the bytes never change with one. */
final class TruthJson {

  private TruthJson() {}

  static String write(ReceiptTruth truth) {
    StringJoiner fields = new StringJoiner(",\n  ", "{\n  ", "\n}\n");
    fields.add("\"merchant\": " + quoted(truth.merchant()));
    fields.add("\"date\": " + quoted(truth.date().toString()));
    fields.add("\"currency\": " + quoted(truth.currency()));
    fields.add("\"total\": " + plain(truth.total()));
    addAmount(fields, "subtotal", truth.subtotal());
    addAmount(fields, "tax", truth.tax());
    fields.add("\"taxIncluded\": " + truth.taxIncluded());
    StringJoiner lines = new StringJoiner(",\n    ", "[\n    ", "\n  ]");
    for (ReceiptLine line : truth.lines()) {
      lines.add(write(line));
    }
    fields.add("\"lines\": " + lines);
    return fields.toString();
  }

  private static String write(ReceiptLine line) {
    StringJoiner fields = new StringJoiner(", ", "{", "}");
    fields.add("\"description\": " + quoted(line.description()));
    fields.add("\"quantity\": " + plain(line.quantity()));
    fields.add("\"unit\": " + quoted(line.unit().code()));
    fields.add("\"unitPrice\": " + plain(line.unitPrice()));
    fields.add("\"lineTotal\": " + plain(line.lineTotal()));
    fields.add("\"discount\": " + plain(line.discount()));
    fields.add("\"kind\": " + quoted(line.kind().code()));
    return fields.toString();
  }

  private static void addAmount(StringJoiner fields, String name, @Nullable BigDecimal amount) {
    if (amount != null) {
      fields.add("\"" + name + "\": " + plain(amount));
    }
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
