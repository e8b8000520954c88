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
          "netto",
          "brutto",
          "steuer",
          "datum",
          "kasse",
          "rückgeld",
          "ruckgeld",
          "gegeben",
          "zahlen",
          "pfand",
          "leergut",
          "betrag",
          "beleg",
          "ust",
          "stk",
          "vielen",
          "dank",
          "einkauf",
          "artikel",
          "straße",
          "strasse",
          "zwischensumme",
          "posten",
          "kundenbeleg",
          "bezahlung",
          "uhrzeit",
          "eur");

  /** German words that are English ones too, or nearly. */
  private static final Set<String> WEAK = Set.of("bar", "karte", "bon", "uhr");

  private static final int ENOUGH = 4;
  private static final int ENOUGH_IN_A_STRIP = 2;

  private GermanText() {}

  static boolean in(List<List<Word>> rows) {
    return signs(rows, true) >= ENOUGH;
  }

  /** The same of a part of a receipt. */
  static boolean inStrip(List<List<Word>> rows) {
    return signs(rows, false) >= ENOUGH_IN_A_STRIP;
  }

  private static int signs(List<List<Word>> rows, boolean weakOnes) {
    Set<String> found = new HashSet<>();
    for (List<Word> row : rows) {
      for (Word word : row) {
        for (String part : word.text().toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
          if (SIGNS.contains(part) || (weakOnes && WEAK.contains(part))) {
            found.add(part);
          }
        }
      }
    }
    return found.size();
  }
}
