package io.groceryplanner.aiservice.receipts.parsing;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the shop's name: by how companies are called, by known chains, by where it stands. */
final class Merchants {

  private static final int HEAD_ROWS = 12;

  /** Legal forms; what stands before one is a company's name. */
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?i)\\b(SDN\\.?,?\\s*BHD|S/B|BHD|GMBH(\\s*&\\s*CO\\.?\\s*(KG|OHG|KGAA))?|KG|OHG|AG|E\\.?K\\.?|LTD|LIMITED|"
              + "PLC|INC|LLC|CO\\.|CORP|PTE|ENTERPRISES?|TRADING)\\b\\.?");

  private static final Phrases TRADE =
      Phrases.of(
          "supermarket",
          "market",
          "mart",
          "restaurant",
          "restoran",
          "cafe",
          "kopitiam",
          "bakery",
          "hardware",
          "pharmacy",
          "farmasi",
          "store",
          "stores",
          "shop",
          "kedai",
          "pasaraya",
          "foods",
          "pantry",
          "grocery",
          "grocer",
          "hofladen",
          "apotheke",
          "drogerie",
          "backerei",
          "metzgerei",
          "getranke",
          "bistro",
          "deli",
          "butchers",
          "hypermarket",
          "minimarket",
          "perniagaan",
          "syarikat",
          "stationery",
          "bookstore",
          "baumarkt",
          "machinery",
          "steak house",
          "coffee",
          "co",
          "house",
          "frischemarkt",
          "supermarkt",
          "basket",
          "station",
          "petrol",
          "electrical");
  private static final Phrases NOT_A_NAME =
      Phrases.of(
          "invoice",
          "tax invoice",
          "receipt",
          "cash bill",
          "cash sales",
          "welcome",
          "willkommen",
          "rechnung",
          "kassenbon",
          "bon",
          "quittung",
          "copy",
          "duplicate",
          "thank you",
          "official receipt",
          "simplified tax invoice",
          "guest check",
          "bill",
          "cash",
          "sale",
          "kundenbeleg",
          "credit note",
          "store hours",
          "offnungszeiten",
          "gst",
          "original",
          "reprint",
          "formerly",
          "tel",
          "fax");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\b(no\\.?\\s?:?\\s?\\d|lot\\s?\\d|jalan|jln|taman|street|\\bst\\.|road|\\brd\\b|avenue|\\bave\\b|lane\\s?,"
              + "|str\\.|stra(ss|ß|B)e|weg\\s\\d|platz\\s\\d|allee|\\d{5}|persiaran|lorong|bandar|floor|suite|unit\\s\\d)"
              + "|^\\s*\\d+[ ,]");
  private static final List<String> CHAINS =
      List.of(
          "ALDI",
          "Lidl",
          "REWE",
          "EDEKA",
          "Kaufland",
          "Penny",
          "Netto",
          "Marktkauf",
          "real,-",
          "dm-drogerie markt",
          "Rossmann",
          "Müller",
          "tegut",
          "Globus",
          "Norma",
          "HIT",
          "Alnatura",
          "Denns",
          "toom",
          "OBI",
          "Hornbach",
          "Bauhaus",
          "Roller",
          "IKEA",
          "Tesco",
          "Sainsbury's",
          "ASDA",
          "Morrisons",
          "Waitrose",
          "Co-op",
          "Iceland",
          "Marks & Spencer",
          "Walmart",
          "Target",
          "Kroger",
          "Costco",
          "Trader Joe's",
          "Whole Foods",
          "Safeway",
          "Publix",
          "Wegmans",
          "Meijer",
          "H-E-B",
          "Albertsons",
          "Migros",
          "Coop",
          "SPAR",
          "BILLA",
          "HOFER",
          "Carrefour",
          "Auchan",
          "Mercadona",
          "Albert Heijn",
          "Jumbo",
          "AEON",
          "Giant",
          "MYDIN",
          "99 Speedmart",
          "7-Eleven");

  private Merchants() {}

  static @Nullable Found<String> find(List<Row> rows) {
    Row best = null;
    double bestScore = 0.9;
    double usualHeight =
        rows.stream()
            .mapToDouble(r -> r.box().height())
            .sorted()
            .skip(rows.size() / 2)
            .findFirst()
            .orElse(1);
    for (Row row : rows.subList(0, Math.min(HEAD_ROWS, rows.size()))) {
      double score = score(row, usualHeight);
      if (score > bestScore) {
        bestScore = score;
        best = row;
      }
    }
    String chain = chain(rows);
    if (chain != null && (best == null || bestScore < 3)) {
      if (best == null || !Phrases.fold(best.text()).contains(Phrases.fold(chain))) {
        return new Found<>(chain, 0.8, null);
      }
    }
    if (best == null) {
      return null;
    }
    String name = cleaned(best.text());
    double confidence = Math.min(0.95, best.confidence() * Math.min(1, 0.5 + bestScore / 8));
    return name.length() < 2 ? null : new Found<>(name, confidence, best.box());
  }

  private static double score(Row row, double usualHeight) {
    String text = row.text();
    long letters = row.letters();
    long digits = text.chars().filter(Character::isDigit).count();
    if (letters < 3 || !row.amounts().isEmpty() || letters < text.length() * 0.5) {
      return 0;
    }
    double score = 2.2 - row.index() * 0.2;
    score += COMPANY.matcher(text).find() ? 3 : 0;
    score += TRADE.in(row) ? 1 : 0;
    score += row.box().height() > usualHeight * 1.35 ? 1 : 0;
    score += text.equals(text.toUpperCase(java.util.Locale.ROOT)) ? 0.5 : 0;
    score -= text.equals(text.toLowerCase(java.util.Locale.ROOT)) ? 2 : 0;
    score -= NOT_A_NAME.in(row) ? 3 : 0;
    score -= ADDRESS.matcher(text).find() ? 3 : 0;
    score -= digits > 6 ? 2 : 0;
    score -= text.contains("@") || text.toLowerCase(java.util.Locale.ROOT).contains("www") ? 3 : 0;
    return score * (0.4 + 0.6 * row.confidence());
  }

  private static @Nullable String chain(List<Row> rows) {
    for (String chain : CHAINS) {
      String folded = Phrases.fold(chain);
      Phrases phrases = Phrases.of(chain);
      long named =
          rows.stream().filter(r -> (" " + r.folded() + " ").contains(" " + folded + " ")).count();
      boolean atTop = rows.stream().limit(6).anyMatch(phrases::in);
      if (folded.length() >= 4 ? named > 0 || atTop : atTop) {
        return chain.equals("real,-") ? "real" : chain;
      }
    }
    return null;
  }

  private static String cleaned(String text) {
    return text.replaceAll("\\s*[(\\[{]\\s*[\\dA-Z][\\dA-Za-z-]{4,}\\s*[)\\]}]?\\s*$", "")
        .replaceAll("^[^\\p{L}\\p{N}(]+|[^\\p{L}\\p{N}).]+$", "")
        .strip();
  }
}
