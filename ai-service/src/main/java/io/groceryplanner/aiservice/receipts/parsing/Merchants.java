package io.groceryplanner.aiservice.receipts.parsing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** A company's number behind its name, in brackets that were read somehow. */
  private static final Pattern REGISTRATION =
      Pattern.compile(
          "\\s*[(\\[{][^()]*\\d[^()]*\\d[^()]*\\d[^()]*[)\\]}]*\\s*$"
              + "|\\s+[\\dA-Z]{0,3}\\d{4,}[\\dA-Za-z-]*\\s?[A-Za-z]?\\s*[)\\]}]*\\s*$");

  /** The Malaysian legal form, which small print and stamps turn into many things. */
  private static final Pattern SDN_BHD =
      Pattern.compile(
          "\\bS[DOU0B][NM]\\b?\\.?,?\\s*[B83][HEU]{1,2}[DOUA1]\\w?\\b|\\bSDNBHD\\b",
          Pattern.CASE_INSENSITIVE);

  /** Words behind a legal form belong to the branch, not to the name. */
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?i)^(.*\\b(?:SDN BHD|BHD|S/B|GMBH|KG|OHG|AG|LTD|LIMITED|PLC|INC|LLC|CO\\.)\\.?)(?:[\\s,].*)?$");

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
  private static final Phrases CONTACT = Phrases.of("tel", "telephone", "phone", "fax", "gst id");
  private static final Phrases NOT_A_NAME =
      Phrases.of(
          "salesperson",
          "cashier",
          "goods sold",
          "feedback",
          "company no",
          "reg no",
          "co reg",
          "co no",
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
          "bill to",
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
              + "|str\\.|stra(ss|ß|B)e|weg\\s\\d|platz\\s\\d|allee|\\d{5}\\b|persiaran|lorong|bandar|floor|suite|unit\\s\\d)"
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

  /** Chains whose names are words that receipts use for other things too. */
  private static final Set<String> WORDS_TOO =
      Set.of(
          "netto", "real", "target", "giant", "norma", "roller", "jumbo", "penny", "spar", "globus",
          "iceland", "coop", "co op", "hit", "obi", "muller", "costco", "bauhaus", "migros");

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
    boolean belowAddress = false;
    for (Row row : rows.subList(0, Math.min(HEAD_ROWS, rows.size()))) {
      // Whoever is named below an address is the customer, or a branch.
      double score = score(row, usualHeight) - (belowAddress ? 2 : 0);
      belowAddress |= ADDRESS.matcher(row.text()).find() || CONTACT.in(row);
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
    String name = joined(rows, best);
    double confidence = Math.min(0.95, best.confidence() * Math.min(1, 0.5 + bestScore / 8));
    return name.length() < 2 ? null : new Found<>(name, confidence, best.box());
  }

  /**
   * A name whose first words stand in the row above, because only its end was left for this one.
   */
  private static String joined(List<Row> rows, Row best) {
    String name = cleaned(best.text());
    String bare = COMPANY.matcher(name).replaceAll("").strip();
    boolean rest = COMPANY.matcher(name).find() && bare.split("\\s+").length <= 1;
    if (rest && best.index() > 0) {
      Row above = rows.get(best.index() - 1);
      boolean isName =
          above.letters() >= 3
              && above.letters() >= above.text().length() * 0.7
              && !NOT_A_NAME.in(above)
              && above.text().equals(above.text().toUpperCase(Locale.ROOT));
      name = isName ? cleaned(above.text()) + " " + name : name;
    }
    boolean open = name.lastIndexOf('(') > name.lastIndexOf(')');
    if (open && best.index() + 1 < rows.size() && rows.get(best.index() + 1).text().contains(")")) {
      name = name + " " + cleaned(rows.get(best.index() + 1).text());
    }
    return LEGAL_FORM.matcher(name).replaceFirst("$1");
  }

  private static double score(Row row, double usualHeight) {
    String text = cleaned(row.text());
    long letters = text.chars().filter(Character::isLetter).count();
    long digits = text.chars().filter(Character::isDigit).count();
    if (letters < 3
        || !row.amounts().isEmpty()
        || letters < text.length() * 0.45
        || text.startsWith("(")
        || RowKinds.of(row) == RowKind.ITEM_HEADER) {
      return 0;
    }
    double score = 2.2 - row.index() * 0.2;
    score += COMPANY.matcher(text).find() ? 3 : 0;
    score += TRADE.in(row) ? 1 : 0;
    score += row.box().height() > usualHeight * 1.35 ? 1 : 0;
    score += text.equals(text.toUpperCase(Locale.ROOT)) ? 0.5 : 0;
    score -= text.equals(text.toLowerCase(Locale.ROOT)) ? 2 : 0;
    score -= NOT_A_NAME.in(row) ? 3 : 0;
    score -= ADDRESS.matcher(text).find() ? 3 : 0;
    score -= digits > 6 || text.contains("#") ? 2 : 0;
    score -= text.contains("@") || text.toLowerCase(Locale.ROOT).contains("www") ? 3 : 0;
    return score * (0.4 + 0.6 * row.confidence());
  }

  private static @Nullable String chain(List<Row> rows) {
    for (String chain : CHAINS) {
      String folded = Phrases.fold(chain);
      boolean atTop =
          rows.stream()
              .limit(6)
              .anyMatch(r -> (" " + r.folded() + " ").contains(" " + folded + " "));
      boolean alone =
          folded.length() >= 4
              && rows.stream()
                  .limit(3)
                  .map(r -> r.text().toLowerCase(Locale.ROOT).strip())
                  .anyMatch(t -> t.length() == folded.length() && Phrases.distance(t, folded) <= 1);
      boolean elsewhere =
          !WORDS_TOO.contains(folded)
              && folded.length() >= 4
              && rows.stream().anyMatch(r -> (" " + r.folded() + " ").contains(" " + folded + " "));
      if (atTop || alone || elsewhere) {
        return chain.equals("real,-") ? "real" : chain;
      }
    }
    return null;
  }

  private static String cleaned(String text) {
    return REGISTRATION
        .matcher(SDN_BHD.matcher(text).replaceAll("SDN BHD"))
        .replaceFirst("")
        .replaceAll("^[^\\p{L}\\p{N}(]+|[^\\p{L}\\p{N}).]+$", "")
        .replaceAll("(?<=[\\p{L}.])1(?=[.\\p{L}])", "I")
        .replaceAll("(?<=\\p{Lu})0(?=\\p{Lu})", "O")
        .strip();
  }
}
