package io.groceryplanner.catalogue;

import io.groceryplanner.catalogue.Catalogue.Entry;
import io.groceryplanner.catalogue.Lexicon.Found;
import io.groceryplanner.catalogue.Lexicon.KnownName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the catalogue knows of a thing, by whatever name people and tills write. */
public final class Groceries {

  private final Map<String, Entry> entries;
  private final Lexicon lexicon;
  private final Spelling spelling;

  private Groceries(List<Entry> entries) {
    this.entries = entries.stream().collect(Collectors.toMap(Entry::name, Function.identity()));
    List<KnownName> names = Catalogue.names(entries);
    this.lexicon = new Lexicon(names);
    this.spelling = new Spelling(names, lexicon);
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

  /**
   * A till's name as people would write it: {@code WHT BREAD 20OZ} is White bread 20oz. Nothing
   * where the till shortens nothing, or where the result would be no thing we know.
   */
  public Optional<String> spelledOut(String printed) {
    return spelling.of(printed).filter(name -> find(printed).filter(Known::isLikely).isPresent());
  }

  private Known known(Found found) {
    Optional<Entry> entry =
        Optional.ofNullable(found.name()).map(name -> entries.get(name.english()));
    return new Known(found.category(), entry, found.how());
  }
}
