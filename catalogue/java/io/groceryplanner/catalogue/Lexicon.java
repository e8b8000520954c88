package io.groceryplanner.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Known names, found again in the ways people and tills write them. */
public final class Lexicon {

  /** Words after which comes what it is made of or lies in, not what it is. */
  private static final Set<String> BREAKS =
      Set.of(
          "with", "without", "in", "for", "from", "mit", "ohne", "aus", "fuer", "im", "vom", "zum",
          "auf");

  /**
   * What a dish is made of or tastes of, rather than what it is, when it stands behind a product.
   */
  private static final Set<Category> INGREDIENTS =
      Set.of(Category.PRODUCE, Category.MEAT_SEAFOOD, Category.SPICES);

  private static final Pattern LONE_NUMBER = Pattern.compile("(?<!\\S)\\d+(?!\\S)");
  private static final int SHORTEST_HEAD = 4;

  private final Map<String, KnownName> byKey;
  private final Map<String, KnownName> byBag;
  private final Map<String, KnownName> joined;
  private final Set<String> vocabulary = new HashSet<>();
  private final Qualifiers qualifiers = Qualifiers.load();
  private final TillWords tillWords;

  /** The first of several names that are written alike wins. */
  public Lexicon(Collection<KnownName> names) {
    byKey = HashMap.newHashMap(names.size());
    byBag = HashMap.newHashMap(names.size());
    joined = HashMap.newHashMap(names.size());
    Map<String, Integer> uses = HashMap.newHashMap(names.size());
    for (KnownName name : names) {
      // Without its number, "omega 3" would be any omega.
      if (holdsLoneNumber(name.written())) {
        continue;
      }
      List<String> words = ItemText.of(name.written()).words();
      String key = Stems.key(words);
      if (key.isEmpty()) {
        continue;
      }
      // Most plurals come down to the same words as their singulars.
      if (byKey.putIfAbsent(key, name) == null) {
        joined.putIfAbsent(key.replace(" ", ""), name);
      }
      byBag.putIfAbsent(words.size() == 1 ? key : Stems.bag(words), name);
      for (String word : words) {
        vocabulary.add(Stems.of(word));
        uses.merge(word, 1, Integer::sum);
      }
    }
    tillWords = new TillWords(this::knows, uses);
  }

  private static boolean holdsLoneNumber(String written) {
    for (int i = 0; i < written.length(); i++) {
      if (Character.isDigit(written.charAt(i))) {
        return LONE_NUMBER.matcher(written).find();
      }
    }
    return false;
  }

  /** The text in plain words: what a till shortened is written out. */
  public ItemText spelled(String written) {
    return tillWords.spelled(ItemText.of(written));
  }

  public Optional<Found> find(ItemText text) {
    Found whole = exact(text, How.EXACT);
    if (whole != null) {
      return Optional.of(whole);
    }
    ItemText plain =
        text.withWords(word -> qualifiers.isNoise(word) ? Stream.of() : Stream.of(word));
    if (plain.words().isEmpty()) {
      return Optional.empty();
    }
    Found known = exact(plain, How.PLAIN);
    if (known == null) {
      ItemText bare =
          plain.withWords(word -> qualifiers.isState(word) ? Stream.of() : Stream.of(word));
      Found base = bare.words().isEmpty() ? null : exact(bare, How.PLAIN);
      if (base == null) {
        base = parts(bare.words().isEmpty() ? plain : bare);
      }
      Category changed = qualifiers.category(text.words(), base);
      known = changed == null ? base : Found.changed(changed, base);
    }
    return Optional.ofNullable(known);
  }

  private boolean knows(String word) {
    return vocabulary.contains(Stems.of(word))
        || qualifiers.isNoise(word)
        || qualifiers.isState(word);
  }

  private @Nullable Found exact(ItemText text, How how) {
    List<String> words = text.words();
    KnownName name = byKey.get(Stems.key(words));
    if (name == null && text.segments().size() > 1) {
      name = byKey.get(Stems.key(text.turned()));
    }
    if (name == null) {
      name = byBag.get(Stems.bag(words));
    }
    if (name == null) {
      name = joined.get(Stems.key(words).replace(" ", ""));
    }
    return name == null ? null : new Found(name.category(), name, how);
  }

  private @Nullable Found parts(ItemText text) {
    List<List<String>> phrases = new ArrayList<>();
    if (text.segments().size() > 1) {
      phrases.add(text.segments().getFirst());
      phrases.add(text.turned());
    }
    phrases.add(text.words());
    for (List<String> phrase : phrases) {
      List<String> words = upToBreak(phrase);
      Found head = head(words);
      if (head != null) {
        Found start = start(words);
        return start != null && tellsMore(start, head) ? start : head;
      }
      Found start = startBeforeUnknown(words);
      if (start != null) {
        return start;
      }
    }
    return anywhere(text.words());
  }

  /** The longest known name the phrase ends with: what comes last says what it is. */
  private @Nullable Found head(List<String> words) {
    for (int start = 0; start < words.size(); start++) {
      KnownName name = byKey.get(Stems.key(words.subList(start, words.size())));
      if (name != null) {
        return new Found(
            name.category(), name, words.size() - start > 1 ? How.LONG_HEAD : How.HEAD);
      }
    }
    return words.isEmpty() ? null : compound(words.getLast());
  }

  /** The longest known name the phrase begins with, if more follows. */
  private @Nullable Found start(List<String> words) {
    for (int end = words.size() - 1; end > 0; end--) {
      KnownName name = byKey.get(Stems.key(words.subList(0, end)));
      if (name != null) {
        return new Found(name.category(), name, How.HEAD);
      }
    }
    return words.size() > 1 ? compound(words.getFirst()) : null;
  }

  /** What is unknown says more of a thing oftener than it makes it another. */
  private @Nullable Found startBeforeUnknown(List<String> words) {
    for (int end = words.size() - 1; end > 0; end--) {
      KnownName name = byKey.get(Stems.key(words.subList(0, end)));
      if (name != null) {
        return words.subList(end, words.size()).stream().anyMatch(this::knows)
            ? null
            : new Found(name.category(), name, How.START);
      }
    }
    return null;
  }

  /**
   * German puts the kind behind the thing: {@code Spülmittel Zitrone}, {@code Joghurt Erdbeere}.
   */
  private static boolean tellsMore(Found start, Found head) {
    if (INGREDIENTS.contains(start.category())) {
      return false;
    }
    boolean isTaste = INGREDIENTS.contains(head.category());
    return isGerman(start)
        ? isTaste || !isGerman(head)
        : isTaste && head.how() == How.HEAD && isOfSeveralWords(start);
  }

  /** {@code dish soap lemon}: two words name a product surely enough, in any language. */
  private static boolean isOfSeveralWords(Found found) {
    return found.name() != null && ItemText.of(found.name().written()).words().size() > 1;
  }

  /** In the catalogue as in the language, German nouns have a capital letter. */
  private static boolean isGerman(Found found) {
    return found.name() != null && Character.isUpperCase(found.name().written().charAt(0));
  }

  /** German writes compounds as one word; its end says what it is. */
  private @Nullable Found compound(String word) {
    for (int start = 2; start <= word.length() - SHORTEST_HEAD; start++) {
      KnownName name = byKey.get(Stems.of(word.substring(start)));
      if (name != null) {
        return new Found(name.category(), name, How.COMPOUND);
      }
    }
    return null;
  }

  private @Nullable Found anywhere(List<String> words) {
    for (int length = Math.min(4, words.size()); length > 0; length--) {
      for (int start = 0; start + length <= words.size(); start++) {
        KnownName name = byKey.get(Stems.key(words.subList(start, start + length)));
        if (name != null) {
          return new Found(name.category(), name, How.PART);
        }
      }
    }
    for (String word : words) {
      Found inside = compound(word);
      if (inside != null) {
        return new Found(inside.category(), inside.name(), How.PART);
      }
    }
    return null;
  }

  private static List<String> upToBreak(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      if (BREAKS.contains(words.get(i))) {
        return words.subList(0, i);
      }
    }
    return words;
  }

  /**
   * A name somebody filed before.
   *
   * @param english what the embedding model understands; empty when the name is known in German
   *     alone
   */
  public record KnownName(String written, Category category, String english) {}

  /** How a name was found. */
  public enum How {
    EXACT(0.97),
    PLAIN(0.70),
    STATE(0.93),
    LONG_HEAD(0.92),
    HEAD(0.62),
    /** It begins with a known name, and nothing behind that is known. */
    START(0.62),
    COMPOUND(0.72),
    PART(0.20);

    private final double trust;

    How(double trust) {
      this.trust = trust;
    }

    /**
     * How often such a find is right, 0 to 1. The figures come from sorting rows of the catalogue
     * that were hidden before.
     */
    public double trust() {
      return trust;
    }
  }

  /**
   * What is known of a text.
   *
   * @param name the name that was found in it, if it was more than a state such as frozen
   */
  public record Found(Category category, @Nullable KnownName name, How how) {

    static Found changed(Category category, @Nullable Found base) {
      return new Found(category, base == null ? null : base.name(), How.STATE);
    }
  }
}
