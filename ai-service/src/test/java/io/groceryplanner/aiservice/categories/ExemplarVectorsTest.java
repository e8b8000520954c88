package io.groceryplanner.aiservice.categories;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.base.Installation;
import io.groceryplanner.aiservice.embeddings.Embeddings;
import io.groceryplanner.aiservice.embeddings.UnitVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExemplarVectorsTest {

  private static final List<String> TEXTS = List.of("milk", "bread", "soap");

  private static Embeddings embeddings;

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    embeddings = new Embeddings(new Installation(null, null));
  }

  @AfterAll
  static void close() {
    embeddings.destroy();
  }

  @Test
  void whatWasStoredIsReadBackToTheBit() {
    List<UnitVector> computed = vectors().of(TEXTS);
    assertThat(folder.resolve("some.vectors")).isRegularFile();
    assertThat(vectors().of(TEXTS)).isEqualTo(computed).isEqualTo(embeddings.of(TEXTS));
  }

  @Test
  void vectorsOfOtherTextsAreNotMistakenForThese() {
    vectors().of(List.of("tea", "rice", "fish"));
    assertThat(vectors().of(TEXTS)).isEqualTo(embeddings.of(TEXTS));
  }

  @Test
  void aBrokenFileIsReplaced() throws IOException {
    Path file = folder.resolve("some.vectors");
    Files.write(file, new byte[32 + 3 * 384 * 4]);
    assertThat(vectors().of(TEXTS)).isEqualTo(embeddings.of(TEXTS));
    assertThat(Files.readAllBytes(file)).isNotEqualTo(new byte[32 + 3 * 384 * 4]);
  }

  @Test
  void aFolderThatIsNotThereDoesNotStopTheWork() {
    Path nowhere = folder.resolve("missing").resolve("some.vectors");
    assertThat(new ExemplarVectors(nowhere, embeddings).of(TEXTS)).isEqualTo(embeddings.of(TEXTS));
  }

  private ExemplarVectors vectors() {
    return new ExemplarVectors(folder.resolve("some.vectors"), embeddings);
  }
}
