package io.groceryplanner.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groceryplanner.SettableClock;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Part;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFileStoreTest {

  @TempDir Path folder;

  private final Degradations degradations = new Degradations(new SettableClock());
  private final FileKey key = FileKey.of(HouseholdId.create(), UUID.randomUUID(), "jpg");

  @Test
  void aStoreThatTakesNothingIsAwayUntilItTakesAFileAgain() throws IOException {
    var place = folder.resolve("files");
    var files = new WatchedFileStore(new LocalFileStore(place), degradations);
    lose(place);

    assertThatThrownBy(() -> files.put(key, new byte[] {1})).isInstanceOf(IOException.class);
    assertThat(degradations.isAway(Part.STORAGE)).isTrue();
    assertThat(files.has(key)).isFalse();
    files.look();
    assertThat(degradations.isAway(Part.STORAGE)).as("reading says nothing of writing").isTrue();

    Files.delete(place);
    files.look();
    assertThat(degradations.list()).isEmpty();
    try (var left = files.list()) {
      assertThat(left).as("the trial leaves nothing behind").isEmpty();
    }
  }

  @Test
  void aKeyThatIsTakenIsNoOutage() throws IOException {
    var files = new WatchedFileStore(new LocalFileStore(folder), degradations);
    files.put(key, new byte[] {1});

    assertThatThrownBy(() -> files.put(key, new byte[] {2}))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(degradations.list()).isEmpty();
  }

  /** As when the volume is gone: a file stands where the folder was. */
  private static void lose(Path place) throws IOException {
    Files.delete(place);
    Files.createFile(place);
  }
}
