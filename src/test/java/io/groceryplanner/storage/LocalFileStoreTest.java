package io.groceryplanner.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFileStoreTest extends FileStoreContract {

  @TempDir Path folder;

  @Override
  FileStore emptyStore() throws IOException {
    return new LocalFileStore(folder);
  }

  @Test
  void noDraftStaysBehind() throws IOException {
    emptyStore().put(key(), new byte[] {1});

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
