package io.groceryplanner.aiservice.categories;

import io.groceryplanner.aiservice.base.Installation;
import io.groceryplanner.aiservice.base.Model;
import io.groceryplanner.aiservice.categories.Lexicon.Found;
import io.groceryplanner.aiservice.categories.Lexicon.How;
import io.groceryplanner.aiservice.categories.Lexicon.KnownName;
import io.groceryplanner.aiservice.embeddings.Embeddings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Sorts a name into the seventeen categories: by what is known of it, else by likeness. */
@Component
class Sorting {

  private final Embeddings embeddings;
  private final Lexicon lexicon;
  private final CompletableFuture<Exemplars> exemplars;

  Sorting(Embeddings embeddings, Installation installation) {
    this.embeddings = embeddings;
    List<Catalogue.Entry> entries = Catalogue.entries();
    List<KnownName> names = new ArrayList<>(Catalogue.names(entries));
    List<KnownName> examples = Knowledge.exemplars();
    names.addAll(examples);
    lexicon = new Lexicon(names);
    List<KnownName> standing = new ArrayList<>(examples);
    entries.forEach(e -> standing.add(new KnownName(e.name(), e.category(), e.name())));
    exemplars = new CompletableFuture<>();
    ExemplarVectors vectors =
        new ExemplarVectors(installation.modelFolder().resolve("exemplars.vectors"), embeddings);
    Thread.ofPlatform()
        .name("exemplars-loading")
        .daemon()
        .start(() ->
            exemplars.completeAsync(() -> Exemplars.embedded(standing, vectors), Runnable::run));
  }

  Sorted sort(String written) {
    ItemText text = lexicon.spelled(written);
    Optional<Found> found = lexicon.find(text);
    String plain = String.join(" ", text.words());
    if (found.isEmpty()) {
      return new Sorted(around(plain.isEmpty() ? written : plain), plain, How.PART);
    }
    Found find = found.get();
    double trust = Calibration.of(find.how());
    Mixture known = Mixture.certain(find.category());
    String english = find.name() != null && trust > 0.9 ? find.name().english() : plain;
    // What is known word for word needs no model, which is the slow part.
    Mixture rest = trust > 0.9 ? Mixture.UNKNOWN : around(plain);
    return new Sorted(known.mixed(trust, rest), english.isEmpty() ? plain : english, find.how());
  }

  private Mixture around(String text) {
    if (embeddings.state() == Model.State.MISSING) {
      return Mixture.UNKNOWN;
    }
    return exemplars.join().around(embeddings.of(text));
  }

  /**
   * A name's place.
   *
   * @param english the name as the embedding model understands it best
   */
  record Sorted(Mixture mixture, String english, How how) {}
}
