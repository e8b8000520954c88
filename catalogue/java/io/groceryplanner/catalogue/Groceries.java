package io.groceryplanner.catalogue;

import io.groceryplanner.catalogue.Catalogue.Entry;
import io.groceryplanner.catalogue.Lexicon.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the catalogue knows of a thing, by whatever name people and tills write. */
public final class Groceries {

  private final Map<String, Entry> entries;
  private final Lexicon lexicon;

  private Groceries(List<Entry> entries) {
    this.entries = entries.stream().collect(Collectors.toMap(Entry::name, Function.identity()));
    this.lexicon = new Lexicon(Catalogue.names(entries));
  }

  /** Reads the tables that come with the program: a tenth of a second, so do it once. */
  public static Groceries load() {
    return new Groceries(Catalogue.entries());
  }

  /**
   * @param written a name as a person or a till writes it; a till's abbreviations are guessed only
   *     where there is no small letter in it
   */
  public Optional<Known> find(String written) {
    return lexicon.find(lexicon.spelled(written)).map(this::known);
  }

  /** The words of a name, singular, abbreviations written out, sizes and signs left out. */
  public List<String> words(String written) {
    String key = Stems.key(lexicon.spelled(written).words());
    return key.isEmpty() ? List.of() : List.of(key.split(" "));
  }

  private Known known(Found found) {
    Optional<Entry> entry =
        Optional.ofNullable(found.name()).map(name -> entries.get(name.english()));
    return new Known(found.category(), entry, found.how());
  }
}
