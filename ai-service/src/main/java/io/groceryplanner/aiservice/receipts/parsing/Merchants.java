package io.groceryplanner.aiservice.receipts.parsing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the shop's name: by how companies are called, by known chains, by where it stands. */
final class Merchants {

  private static final WordLists WORDS = WordLists.of("merchants.txt");

  private static final int HEAD_ROWS = 12;

  private static final Phrases TRADE = WORDS.phrases("trade");
  private static final Phrases CONTACT = WORDS.phrases("contact");
  private static final Phrases NOT_A_NAME = WORDS.phrases("not a name");

  /** "Grocers of ..." and "Bakers since ...": what a shop is, printed below its name. */
  private static final Pattern BELOW_A_NAME =
      Pattern.compile("(?i)^\\p{L}+s\\s(?:of|since|for)\\s|\\b(?:since|established)\\s\\d{4}");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\b(no\\.?\\s?:?\\s?\\d|lot\\s?\\d|jalan|jln|taman|street|\\bst\\.|road|\\brd\\b|avenue|\\bave\\b|lane\\s?,"
              + "|str\\.|stra(ss|ß|B)e|weg\\s\\d|platz\\s\\d|allee|\\d{5}\\b|persiaran|lorong|bandar|floor|suite|unit\\s\\d)"
              + "|^\\s*\\d+[ ,]");

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
    String chain = Companies.namedOn(rows);
    boolean slogan = best != null && !isCompany(best) && !TRADE.in(best);
    if (chain != null && (best == null || bestScore < 3 || slogan)) {
      if (best == null || !Phrases.fold(best.text()).contains(Phrases.fold(chain))) {
        return new Found<>(chain, 0.8, null);
      }
    }
    if (best == null) {
      return null;
    }
    String read = joined(rows, best);
    String known = Companies.nearest(read);
    String name = known == null ? read : known;
    double confidence = Math.min(0.95, best.confidence() * Math.min(1, 0.5 + bestScore / 8));
    return name.length() < 2 ? null : new Found<>(name, confidence, best.box());
  }

  /**
   * A name whose first words stand in the row above, because only its end was left for this one.
   */
  private static String joined(List<Row> rows, Row best) {
    String name = CompanyNames.in(best.text());
    String bare = CompanyNames.LEGAL.matcher(name).replaceAll("").strip();
    boolean rest = CompanyNames.LEGAL.matcher(name).find() && bare.split("\\s+").length <= 1;
    if (rest && best.index() > 0) {
      Row above = rows.get(best.index() - 1);
      boolean isName =
          above.letters() >= 3
              && above.letters() >= above.text().length() * 0.7
              && !NOT_A_NAME.in(above)
              && above.text().equals(above.text().toUpperCase(Locale.ROOT));
      name = isName ? CompanyNames.in(above.text()) + " " + name : name;
    }
    boolean open = name.lastIndexOf('(') > name.lastIndexOf(')');
    if (open && best.index() + 1 < rows.size() && rows.get(best.index() + 1).text().contains(")")) {
      name = name + " " + CompanyNames.in(rows.get(best.index() + 1).text());
    }
    return CompanyNames.withoutBranch(name);
  }

  private static boolean isCompany(Row row) {
    return CompanyNames.LEGAL.matcher(CompanyNames.in(row.text())).find();
  }

  /** Whether a row may hold a name, if it were read better. */
  static boolean mayBeIn(Row row) {
    return row.letters() >= 3 && row.amounts().isEmpty() && !ADDRESS.matcher(row.text()).find();
  }

  private static double score(Row row, double usualHeight) {
    String text = CompanyNames.in(row.text());
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
    score += CompanyNames.LEGAL.matcher(text).find() ? 3 : 0;
    score += Companies.nearest(CompanyNames.withoutBranch(text)) != null ? 3 : 0;
    score += TRADE.in(row) ? 1 : 0;
    score += row.box().height() > usualHeight * 1.35 ? 1 : 0;
    score += text.equals(text.toUpperCase(Locale.ROOT)) ? 0.5 : 0;
    score -= text.equals(text.toLowerCase(Locale.ROOT)) ? 2 : 0;
    score -= BELOW_A_NAME.matcher(text).find() ? 1.5 : 0;
    score -= NOT_A_NAME.in(row) ? 3 : 0;
    score -= ADDRESS.matcher(text).find() ? 3 : 0;
    score -= digits > 6 || text.contains("#") ? 2 : 0;
    score -= text.contains("@") || text.toLowerCase(Locale.ROOT).contains("www") ? 3 : 0;
    return score * (0.4 + 0.6 * row.confidence());
  }
}
