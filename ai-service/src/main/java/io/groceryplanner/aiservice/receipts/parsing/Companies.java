package io.groceryplanner.aiservice.receipts.parsing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chains and companies that many people shop at. */
final class Companies {

  private static final double NEAR = 0.2;
  private static final double HEAD_NEAR = 0.34;
  private static final int SHORTEST = 8;

  /** A name, the words that stand for it, and whether those mean other things too. */
  private record Company(String name, List<String> words, boolean ambiguous) {

    static Company of(String line) {
      boolean ambiguous = line.startsWith("~");
      String[] parts = line.substring(ambiguous ? 1 : 0).split("=");
      List<String> words =
          parts.length > 1
              ? Arrays.stream(parts[1].split(",")).map(Phrases::fold).toList()
              : List.of();
      return new Company(parts[0].strip(), words, ambiguous);
    }

    String folded() {
      return Phrases.fold(name);
    }

    String bare() {
      return Likeness.bare(name);
    }

    /** The name without its legal form, which tells it from others. */
    String head() {
      return Likeness.bare(CompanyNames.withoutLegalForm(name));
    }
  }

  private static final List<Company> CHAINS;
  private static final List<Company> COMPANIES;

  static {
    WordLists lists = WordLists.of("companies.txt");
    CHAINS = lists.lines("chains").stream().map(Company::of).toList();
    COMPANIES = lists.lines("companies").stream().map(Company::of).toList();
  }

  private Companies() {}

  /** The known company that was nearly read, or null. */
  static @Nullable String nearest(String name) {
    String read = Likeness.bare(name);
    String head = Likeness.bare(CompanyNames.withoutLegalForm(name));
    for (Company company : COMPANIES) {
      if (company.words.contains(Phrases.fold(name))) {
        return company.name;
      }
    }
    return COMPANIES.stream()
        .filter(c -> c.bare().length() >= SHORTEST)
        .filter(c -> Likeness.distance(head, c.head()) <= HEAD_NEAR * c.head().length())
        .min(Comparator.comparingDouble(c -> Likeness.distance(read, c.bare())))
        .filter(c -> Likeness.distance(read, c.bare()) <= NEAR * c.bare().length())
        .map(Company::name)
        .orElse(null);
  }

  /** The chain or company whose name or words stand somewhere on the receipt, or null. */
  static @Nullable String namedOn(List<Row> rows) {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(" " + row.folded() + " "));
    for (Company company : COMPANIES) {
      if (texts.stream().anyMatch(t -> company.words.stream().anyMatch(w -> has(t, w)))) {
        return company.name;
      }
    }
    for (Company chain : CHAINS) {
      String folded = chain.folded();
      boolean atTop = texts.stream().limit(6).anyMatch(t -> has(t, folded));
      boolean elsewhere =
          !chain.ambiguous
              && folded.length() >= 4
              && Stream.concat(Stream.of(folded), chain.words.stream())
                  .anyMatch(w -> texts.stream().anyMatch(t -> has(t, w)));
      if (atTop || elsewhere || isAlone(folded, rows) || hasSite(folded, rows)) {
        return chain.name;
      }
    }
    return null;
  }

  /** A row at the top that says nothing else, but for a letter. */
  private static boolean isAlone(String folded, List<Row> rows) {
    return folded.length() >= 4
        && rows.stream()
            .limit(3)
            .map(r -> r.text().toLowerCase(Locale.ROOT).strip())
            .anyMatch(t -> t.length() == folded.length() && Phrases.distance(t, folded) <= 1);
  }

  /** A site on the web whose name begins with the chain's. */
  private static boolean hasSite(String folded, List<Row> rows) {
    Pattern site =
        Pattern.compile(
            "www[^\\p{L}]{0,2}"
                + Pattern.quote(folded.replace(" ", ""))
                + "(-\\w+)?[.,]\\s?[a-z]{2,3}\\b",
            Pattern.CASE_INSENSITIVE);
    return rows.stream().anyMatch(r -> site.matcher(r.text().replace(" ", "")).find());
  }

  private static boolean has(String padded, String folded) {
    return padded.contains(" " + folded + " ");
  }
}
