package io.groceryplanner.catalogue;

import io.groceryplanner.catalogue.Lexicon.KnownName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a till's capitals as people write: shortened words in full, with their umlauts. */
final class Spelling {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s-]+");

  /** Words as the catalogue writes them, by how they are compared. */
  private final Map<String, String> written = new HashMap<>();

  /** What a shortened word stands for that says nothing of the thing. */
  private final Map<String, String> silent = new HashMap<>();

  private final Lexicon lexicon;

  Spelling(Collection<KnownName> names, Lexicon lexicon) {
    this.lexicon = lexicon;
    for (List<String> row : Resources.rows("/catalogue/abbreviations.tsv")) {
      if (row.size() > 2) {
        silent.put(row.getFirst(), row.get(2));
      }
    }
    for (KnownName name : names) {
      for (String word : BETWEEN_WORDS.split(name.written())) {
        List<String> plain = ItemText.of(word).words();
        if (plain.size() == 1) {
          written.putIfAbsent(plain.getFirst(), word);
        }
      }
    }
  }

  /** The name in full; nothing where no word of it is shortened. */
  Optional<String> of(String printed) {
    if (printed.chars().anyMatch(Character::isLowerCase)) {
      return Optional.empty();
    }
    boolean isShortened = false;
    List<String> words = new ArrayList<>();
    for (String token : SPACE.split(printed.strip())) {
      List<String> plain = ItemText.of(token).words();
      List<String> full = plain.size() == 1 ? lexicon.spelled(token).words() : plain;
      String unsaid = plain.size() == 1 ? silent.get(plain.getFirst()) : null;
      if (unsaid != null) {
        isShortened = true;
        words.add(unsaid);
      } else if (full.isEmpty() || full.equals(plain)) {
        words.add(plain.size() == 1 ? written(plain.getFirst(), token) : lowered(token));
      } else {
        isShortened = true;
        full.forEach(word -> words.add(written(word, word)));
      }
    }
    return isShortened ? Optional.of(capitalized(String.join(" ", words))) : Optional.empty();
  }

  private String written(String plain, String otherwise) {
    String known = written.get(plain);
    return known == null ? lowered(otherwise) : known;
  }

  private static String lowered(String token) {
    return token.toLowerCase(Locale.ROOT);
  }

  private static String capitalized(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
