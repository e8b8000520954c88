package io.groceryplanner.aiservice.receipts.parsing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How companies are written: legal forms, numbers behind names, words that names are made of. */
final class CompanyNames {

  /** Legal forms; what stands before one is a company's name. */
  static final Pattern LEGAL =
      Pattern.compile(
          "(?i)\\b(SDN\\.?,?\\s*BHD|S/B|BHD|GMBH(\\s*[&+]\\s*CO\\.?\\s*(KG|OHG|KGAA))?|KG|OHG|AG|E\\.?K\\.?|LTD|LIMITED|"
              + "PLC|INC|LLC|CO\\.|CORP|PTE|ENTERPRISES?|TRADING)\\b\\.?");

  /** A company's number behind its name, in brackets that were read somehow. */
  private static final Pattern REGISTRATION =
      Pattern.compile(
          "\\s*[(\\[{][^()]*\\d[^()]*\\d[^()]*\\d[^()]*[)\\]}]*\\W*$"
              + "|\\s+[\\dA-Z]{0,3}\\d{4,}[\\dA-Za-z-]*\\s?[A-Za-z]?\\s*[)\\]}]*\\s*$");

  /** The Malaysian legal form, which small print and stamps turn into many things. */
  private static final Pattern SDN_BHD =
      Pattern.compile(
          "\\bS[DOU0B][NM]\\b?\\.?,?\\s*[B83][HEU]{1,2}[DOUA1]\\w?\\b|\\bSDNBHD\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SHORT_FORM = Pattern.compile("\\s[S$5]/[B82]\\d?(?=\\s|\\W*$)");

  /** Words behind a legal form belong to the branch, not to the name. */
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?i)^(.*\\b(?:SDN\\.? BHD|BHD|S/B|GMBH|KG|OHG|AG|LTD|LIMITED|PLC|INC|LLC|CO\\.)\\.?)(?:[\\s,].*)?$");

  private static final List<String> SHOP_WORDS =
      WordLists.of("merchants.txt").list("shop words").stream().map(Likeness::bare).toList();

  private CompanyNames() {}

  /**
   * The name in a row, without the company's number and with what was clearly misread put right.
   */
  static String in(String row) {
    String name = SHORT_FORM.matcher(SDN_BHD.matcher(row).replaceAll("SDN BHD")).replaceAll(" S/B");
    name =
        withLegalForm(REGISTRATION.matcher(name).replaceFirst(""))
            .replaceAll("^[^\\p{L}\\p{N}(]+|[^\\p{L}\\p{N}).]+$", "")
            .replaceAll("(?<=[\\p{L}.])1(?=[.\\p{L}])|\\b1(?=\\p{Lu}{2})", "I")
            .replaceAll("(?<=\\p{Lu})0(?=\\p{Lu})|\\b0(?=\\p{Lu}{2})", "O")
            .strip();
    return withShopWords(name);
  }

  static String withoutBranch(String name) {
    return LEGAL_FORM.matcher(name).replaceFirst("$1");
  }

  static String withoutLegalForm(String name) {
    return LEGAL.matcher(name).replaceAll("").replaceAll("\\b(?i:SB|BERHAD)$", "");
  }

  /** SDN BHD, of whose two halves one was read well, or both nearly. */
  private static String withLegalForm(String name) {
    List<String> words = new ArrayList<>(Arrays.asList(name.strip().split("\\s+")));
    for (int i = 1; i + 1 < words.size(); i++) {
      double sdn = Likeness.distance(Likeness.bare(words.get(i)), "sdn");
      double bhd = Likeness.distance(Likeness.bare(words.get(i + 1)), "bhd");
      boolean last = i + 2 == words.size();
      boolean nearlyBoth = sdn <= 1 && bhd <= 1.5;
      boolean oneHalf = last && ((sdn == 0 && bhd <= 3) || (bhd == 0 && sdn <= 2));
      if (words.get(i).length() <= 5 && (nearlyBoth || oneHalf)) {
        words.set(i, "SDN");
        words.set(i + 1, "BHD");
        break;
      }
    }
    if (Likeness.bare(words.getLast()).equals("sdn")) {
      words.add("BHD");
    }
    return String.join(" ", words);
  }

  private static String withShopWords(String name) {
    return Arrays.stream(name.split(" ", -1))
        .map(CompanyNames::repaired)
        .reduce((a, b) -> a + " " + b)
        .orElse(name);
  }

  private static boolean isShopWord(String bare) {
    return SHOP_WORDS.contains(bare)
        || (bare.endsWith("s") && SHOP_WORDS.contains(bare.substring(0, bare.length() - 1)));
  }

  private static String repaired(String word) {
    String bare = Likeness.bare(word);
    if (bare.length() < 7 || bare.length() + 2 < word.length() || isShopWord(bare)) {
      return word;
    }
    double allowed = bare.length() < 8 ? 0.5 : bare.length() < 10 ? 1.5 : 2;
    String best = null;
    double nearest = allowed + 0.01;
    for (String known : SHOP_WORDS) {
      double distance = Likeness.distance(bare, known);
      if (known.length() >= 6 && distance < nearest) {
        nearest = distance;
        best = known;
      }
    }
    if (best == null) {
      return word;
    }
    return word.equals(word.toUpperCase(Locale.ROOT))
        ? best.toUpperCase(Locale.ROOT)
        : word.equals(word.toLowerCase(Locale.ROOT))
            ? best
            : best.substring(0, 1).toUpperCase(Locale.ROOT) + best.substring(1);
  }
}
