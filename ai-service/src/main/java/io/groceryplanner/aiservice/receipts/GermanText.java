package io.groceryplanner.aiservice.receipts;

import io.groceryplanner.aiservice.receipts.reading.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises a German receipt, even when it was read as if it were English. */
final class GermanText {

  private static final Set<String> SIGNS =
      Set.of(
          "summe",
          "mwst",
          "gmbh",
          "eur",
          "netto",
          "brutto",
          "steuer",
          "datum",
          "kasse",
          "bon",
          "rückgeld",
          "ruckgeld",
          "gegeben",
          "zahlen",
          "pfand",
          "leergut",
          "karte",
          "betrag",
          "beleg",
          "ust",
          "uhr",
          "stk",
          "vielen",
          "dank",
          "einkauf",
          "artikel",
          "straße",
          "strasse",
          "bar");

  private static final int ENOUGH = 4;

  private GermanText() {}

  static boolean in(List<List<Word>> rows) {
    Set<String> found = new HashSet<>();
    for (List<Word> row : rows) {
      for (Word word : row) {
        for (String part : word.text().toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
          if (SIGNS.contains(part)) {
            found.add(part);
          }
        }
      }
    }
    return found.size() >= ENOUGH;
  }
}
