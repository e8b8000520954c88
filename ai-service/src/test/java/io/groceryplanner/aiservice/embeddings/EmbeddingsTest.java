package io.groceryplanner.aiservice.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.groceryplanner.aiservice.base.Installation;
import io.groceryplanner.aiservice.base.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingsTest {

  private static Embeddings embeddings;

  @BeforeAll
  static void load() {
    embeddings = new Embeddings(new Installation(null, null));
  }

  @AfterAll
  static void close() {
    embeddings.destroy();
  }

  @Test
  void aVectorHas384ValuesAndTheLengthOfOne() {
    float[] vector = embeddings.of("whole milk").toArray();
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    assertThat(vector).hasSize(384);
    assertThat(Math.sqrt(square)).isCloseTo(1, within(1e-5));
  }

  @Test
  void alikeThingsAreNearerThanUnlikeOnes() {
    UnitVector milk = embeddings.of("whole milk");
    assertThat(milk.cosine(embeddings.of("skimmed milk")))
        .isGreaterThan(milk.cosine(embeddings.of("shoe polish")) + 0.2);
  }

  @Test
  void aTextHasTheSameVectorAloneAndAmongOthers() {
    List<String> texts =
        IntStream.range(0, 60)
            .mapToObj(i -> "item " + i + " of a long list of things".repeat(i % 7))
            .toList();
    List<UnitVector> together = fresh().of(texts);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
    Collections.shuffle(order, new Random(7));
    Embeddings other = fresh();
    for (int i : order) {
      assertThat(other.of(texts.get(i)).toArray()).isEqualTo(together.get(i).toArray());
    }
  }

  @Test
  void manyCallersAtOnceGetTheVectorsOneCallerGets() throws Exception {
    List<String> texts = IntStream.range(0, 40).mapToObj(i -> "jar number " + i).toList();
    List<UnitVector> expected = embeddings.of(texts);
    Embeddings shared = fresh();
    try (var callers = Executors.newFixedThreadPool(8)) {
      List<Future<List<UnitVector>>> answers =
          IntStream.range(0, 8).mapToObj(i -> callers.submit(() -> shared.of(texts))).toList();
      for (Future<List<UnitVector>> answer : answers) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void aModelThatIsNotThereIsToldAndNotWaitedFor(@TempDir Path empty) {
    Embeddings absent = new Embeddings(new Installation(empty, empty));
    assertThat(absent.state()).isEqualTo(Model.State.MISSING);
    assertThatIllegalStateException().isThrownBy(() -> absent.of("milk"));
  }

  @Test
  void aModelThatCannotBeLoadedIsMissingAndNotStartingForEver(@TempDir Path models)
      throws IOException {
    Files.writeString(models.resolve(MiniLm.NAME + ".onnx"), "not a model");
    Files.copy(
        new Installation(null, null).modelFolder().resolve(MiniLm.NAME + "-tokenizer.json"),
        models.resolve(MiniLm.NAME + "-tokenizer.json"));
    Embeddings broken = new Embeddings(new Installation(null, models));

    assertThatIllegalStateException().isThrownBy(() -> broken.of("milk"));
    assertThat(broken.state()).isEqualTo(Model.State.MISSING);
  }

  @Test
  void closingWaitsForWhoeverIsStillEmbedding() throws Exception {
    Embeddings closing = fresh();
    closing.of("warm");
    try (var callers = Executors.newFixedThreadPool(2)) {
      Future<?> busy =
          callers.submit(() -> IntStream.range(0, 1_000).forEach(i -> closing.of("jar " + i)));
      closing.of("milk");
      closing.destroy();
      assertThatThrownBy(busy::get).hasRootCauseMessage("The embedding model is closed");
    }
  }

  private static Embeddings fresh() {
    return new Embeddings(new Installation(null, null));
  }
}
