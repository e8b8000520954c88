package io.groceryplanner.aiservice.categories;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.groceryplanner.aiservice.base.Installation;
import io.groceryplanner.aiservice.base.Model;
import io.groceryplanner.aiservice.embeddings.Embeddings;
import io.groceryplanner.catalogue.Catalogue;
import io.groceryplanner.catalogue.ItemText;
import io.groceryplanner.catalogue.Lexicon;
import io.groceryplanner.catalogue.Lexicon.Found;
import io.groceryplanner.catalogue.Lexicon.How;
import io.groceryplanner.catalogue.Lexicon.KnownName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Sorts a name into the seventeen categories: by what is known of it, else by likeness. */
@Component
class Sorting {

  /** From here on a find needs no second opinion from the model, which is the slow part. */
  private static final double SURE = 0.9;

  /**
   * A household's names come back with every receipt, and looking among exemplars is the dear part.
   */
  private static final int REMEMBERED = 4_096;

  private final Cache<String, Sorted> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();
  private final Embeddings embeddings;
  private final Lexicon lexicon;
  private final CompletableFuture<Exemplars> exemplars = new CompletableFuture<>();

  @Autowired
  Sorting(Embeddings embeddings, Installation installation) {
    this(
        embeddings,
        new ExemplarVectors(installation.modelFolder().resolve("exemplars.vectors"), embeddings),
        Catalogue.entries(),
        Knowledge.exemplars());
  }

  Sorting(
      Embeddings embeddings,
      ExemplarVectors vectors,
      List<Catalogue.Entry> entries,
      List<KnownName> examples) {
    this.embeddings = embeddings;
    List<KnownName> names = new ArrayList<>(Catalogue.names(entries));
    names.addAll(examples);
    lexicon = new Lexicon(names);
    List<KnownName> standing = new ArrayList<>(examples);
    entries.forEach(e -> standing.add(new KnownName(e.name(), e.category(), e.name())));
    Thread.ofPlatform()
        .name("exemplars-loading")
        .daemon()
        .start(() ->
            exemplars.completeAsync(() -> Exemplars.embedded(standing, vectors), Runnable::run));
  }

  Sorted sort(String written) {
    return known.get(written, this::sortAnew);
  }

  private Sorted sortAnew(String written) {
    ItemText text = lexicon.spelled(written);
    Optional<Found> found = lexicon.find(text);
    String plain = String.join(" ", text.words());
    if (found.isEmpty()) {
      return new Sorted(around(plain.isEmpty() ? written : plain), plain, Evidence.LIKENESS);
    }
    Found find = found.get();
    double trust = Calibration.of(find.how());
    Mixture certain = Mixture.certain(find.category());
    if (trust > SURE) {
      String english = find.name() == null ? plain : find.name().english();
      return new Sorted(certain.mixed(trust, Mixture.UNKNOWN), english, Evidence.of(find.how()));
    }
    return new Sorted(certain.mixed(trust, around(plain)), plain, Evidence.of(find.how()));
  }

  private Mixture around(String text) {
    if (embeddings.state() == Model.State.MISSING) {
      return Mixture.UNKNOWN;
    }
    return exemplars.join().around(embeddings.of(text));
  }

  /** What a name's place rests on. */
  enum Evidence {
    EXACT,
    PLAIN,
    STATE,
    LONG_HEAD,
    HEAD,
    START,
    COMPOUND,
    PART,
    LIKENESS;

    static Evidence of(How how) {
      return valueOf(how.name());
    }
  }

  /**
   * A name's place.
   *
   * @param english the name as the embedding model understands it best
   */
  record Sorted(Mixture mixture, String english, Evidence evidence) {}
}
