package io.groceryplanner.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.models.BlobStorageException;
import io.groceryplanner.ops.Degradations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blob store against a real Azurite, and moving files between both kinds of store. */
class BlobFileStoreTest extends FileStoreContract {

  @TempDir static Path folder;

  private static Optional<Azurite> azurite = Optional.empty();

  @TempDir Path local;

  @BeforeAll
  static void startAzurite() throws IOException, InterruptedException {
    azurite = Azurite.start(folder);
    // Where somebody relies on the answer, a missing Azurite is a failure.
    assumeTrue(azurite.isPresent() || System.getenv("CI") != null, "Azurite is not here");
  }

  @AfterAll
  static void stopAzurite() {
    azurite.ifPresent(Azurite::close);
  }

  @Override
  FileStore emptyStore() {
    return new BlobFileStore(BlobContainers.of(settings("c-" + UUID.randomUUID(), null)));
  }

  @Test
  void nobodyReadsWithoutBeingAllowedTo() throws IOException {
    var settings = settings("private-" + UUID.randomUUID(), null);
    var key = key();
    new BlobFileStore(BlobContainers.of(settings)).put(key, new byte[] {1});

    var address = BlobContainers.of(settings).getBlobContainerUrl();
    var anonymous =
        new BlobContainerClientBuilder()
            .endpoint(address)
            .setAnonymousAccess()
            .serviceVersion(com.azure.storage.blob.BlobServiceVersion.V2025_11_05)
            .buildClient();

    assertThatThrownBy(() -> anonymous.getBlobClient(key.value()).downloadContent())
        .isInstanceOfSatisfying(
            BlobStorageException.class,
            refused -> assertThat(refused.getStatusCode()).isIn(401, 403, 404, 409));
  }

  @Test
  void filesMoveFromTheFolderAndAreReadMeanwhile() throws IOException {
    var settings = settings("moved-" + UUID.randomUUID(), StorageSettings.Place.FOLDER);
    var before = new LocalFileStore(local);
    var first = key();
    var second = key();
    before.put(first, new byte[] {1});
    before.put(second, new byte[] {2});
    var storage = new StorageConfiguration();
    var current = storage.currentFileStore(settings, new Degradations(Clock.systemUTC()));
    var moving = (MovingFileStore) storage.fileStore(settings, current);
    var blobs = new BlobFileStore(BlobContainers.of(settings));
    var fresh = key();
    moving.put(fresh, new byte[] {3});

    assertThat(content(moving, first)).as("read from the old place").containsExactly(1);
    assertThat(before.has(fresh)).as("written to the new place").isFalse();
    // As if the job was cut short after the first file.
    blobs.put(first, new byte[] {1});
    var told = new Told();
    moving.copyAll(told);

    assertThat(told.words).containsExactly("begun", "2 seen, 1 copied", "ended with null");
    assertThat(content(blobs, first)).containsExactly(1);
    assertThat(content(blobs, second)).containsExactly(2);
    assertThat(content(blobs, fresh)).containsExactly(3);
    moving.delete(second);
    moving.copyAll(new Told());
    assertThat(blobs.has(second)).as("what was deleted does not come back").isFalse();
  }

  /** Writes down what is told of a move. */
  private static final class Told implements MoveProgress {

    private final List<String> words = new ArrayList<>();

    @Override
    public void begin() {
      words.add("begun");
    }

    @Override
    public void progress(long lookedAt, long copied) {
      words.add(lookedAt + " seen, " + copied + " copied");
    }

    @Override
    public void end(@Nullable Throwable failure) {
      words.add("ended with " + failure);
    }
  }

  @Test
  void aStoreThatIsAwayIsAnOutageAndNoEmptyAnswer() {
    var nowhere =
        new StorageSettings(
            local,
            connectionString().replaceAll("127.0.0.1:\\d+", "127.0.0.1:1"),
            "",
            "",
            "receipts",
            null,
            null);
    var store = new BlobFileStore(BlobContainers.of(nowhere));

    assertThatThrownBy(() -> store.open(key())).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.put(key(), new byte[] {1})).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.has(key())).isInstanceOf(IOException.class);
    assertThatThrownBy(store::list).isInstanceOf(IOException.class);
  }

  @Test
  void azureIsChosenWhereItIsConfigured() {
    assertThat(settings("c", null).current()).isEqualTo(StorageSettings.Place.BLOB);
    assertThat(new StorageSettings(local, "", "account", "", "c", null, null).current())
        .isEqualTo(StorageSettings.Place.BLOB);
    assertThat(new StorageSettings(local, "", "", "", "c", null, null).current())
        .isEqualTo(StorageSettings.Place.FOLDER);
  }

  private StorageSettings settings(String container, StorageSettings.@Nullable Place moveFrom) {
    return new StorageSettings(
        Objects.requireNonNullElse(local, folder),
        connectionString(),
        "",
        "",
        container,
        null,
        moveFrom);
  }

  private static String connectionString() {
    return azurite.orElseThrow().connectionString();
  }
}
