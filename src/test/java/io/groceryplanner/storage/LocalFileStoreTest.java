package io.groceryplanner.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

  @Test
  void onADiskThatIsFullNothingIsKeptAndWithRoomAgainEverythingIs() throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString()),
        "Nobody may mount a small disk here: skipped");
    try {
      var store = emptyStore();
      var small = key();
      store.put(small, new byte[30_000]);
      var large = key();

      assertThatThrownBy(() -> store.put(large, new byte[60_000]))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left");
      assertThat(store.has(large)).isFalse();
      try (var files = Files.walk(folder)) {
        assertThat(files.filter(Files::isRegularFile)).as("no draft").hasSize(1);
      }
      store.delete(small);
      store.put(large, new byte[60_000]);

      assertThat(store.has(large)).isTrue();
    } finally {
      run("umount", folder.toString());
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a/b", "", "x/../y.jpg"})
  void aKeyNeverLeadsOutOfTheFolder(String path) {
    assertThatThrownBy(() -> new FileKey(path)).isInstanceOf(IllegalArgumentException.class);
  }
}
