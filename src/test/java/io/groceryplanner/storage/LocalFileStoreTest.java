package io.groceryplanner.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groceryplanner.base.HouseholdId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFileStoreTest {

  private final FileKey key =
      FileKey.of(new HouseholdId(UUID.randomUUID()), UUID.randomUUID(), "original.jpg");

  @TempDir Path folder;

  @Test
  void whatWasPutIsThereAndGoneAfterDeleting() throws IOException {
    var store = new LocalFileStore(folder);

    store.put(key, new byte[] {1, 2, 3});
    try (var stream = store.open(key).orElseThrow()) {
      assertThat(stream.readAllBytes()).containsExactly(1, 2, 3);
    }
    store.delete(key);

    assertThat(store.open(key)).isEmpty();
  }

  @Test
  void noDraftStaysBehind() throws IOException {
    new LocalFileStore(folder).put(key, new byte[] {1});

    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a/b", "", "x/../y.jpg"})
  void aKeyNeverLeadsOutOfTheFolder(String path) {
    assertThatThrownBy(() -> new FileKey(path)).isInstanceOf(IllegalArgumentException.class);
  }
}
