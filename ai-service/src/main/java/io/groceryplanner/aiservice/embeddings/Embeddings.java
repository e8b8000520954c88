package io.groceryplanner.aiservice.embeddings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.groceryplanner.aiservice.base.Installation;
import io.groceryplanner.aiservice.base.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Vectors of texts; the same text has the same vector whatever it is asked together with. */
@Component
public class Embeddings implements Model, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Embeddings.class);

  /** About 8 MB: names come back often, and most of a household's stay the same. */
  private static final int REMEMBERED = 4_096;

  private final Cache<String, UnitVector> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();
  private final CompletableFuture<MiniLm> loading = new CompletableFuture<>();
  private final boolean installed;

  public Embeddings(Installation installation) {
    Path models = installation.modelFolder();
    installed = MiniLm.isIn(models);
    if (installed) {
      Thread.ofPlatform()
          .name("embeddings-loading")
          .daemon()
          .start(() -> load(models, installation.nativeFolder()));
    } else {
      log.warn("No embedding model in {}: embeddings are off", models);
    }
  }

  @Override
  public String name() {
    return "embeddings";
  }

  @Override
  public State state() {
    if (!installed || loading.isCompletedExceptionally()) {
      return State.MISSING;
    }
    return loading.isDone() ? State.OK : State.STARTING;
  }

  /** What made the vectors; vectors of different makers must not be compared. */
  public String model() {
    return MiniLm.NAME;
  }

  public int dimension() {
    return MiniLm.DIMENSION;
  }

  /** The vectors of the texts, in their order; waits while the model is being loaded. */
  public List<UnitVector> of(List<String> texts) {
    return texts.stream().map(this::of).toList();
  }

  /** The vector of one text; waits while the model is being loaded. */
  public UnitVector of(String text) {
    UnitVector remembered = known.getIfPresent(text);
    if (remembered != null) {
      return remembered;
    }
    // Two callers with the same new text both compute it: both get the same, and nobody waits.
    UnitVector vector = embed(text);
    known.put(text, vector);
    return vector;
  }

  private UnitVector embed(String text) {
    if (!installed) {
      throw new IllegalStateException("The embedding model is not installed");
    }
    try {
      return loading.get().embed(text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException("Interrupted while embedding", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The embedding model could not be loaded", e);
    }
  }

  private void load(Path models, Path natives) {
    try {
      int lanes = Runtime.getRuntime().availableProcessors();
      MiniLm model = MiniLm.load(models, natives, lanes);
      // The first call is several times slower than the next ones: better now than for a person.
      model.embed("milk");
      loading.complete(model);
    } catch (Exception | LinkageError e) {
      // Whatever a model or a native library fails with, what waits for it must hear of it.
      log.error("The embedding model in {} could not be loaded", models, e);
      loading.completeExceptionally(e);
    }
  }

  @Override
  public void destroy() {
    loading.thenAccept(MiniLm::close);
  }
}
