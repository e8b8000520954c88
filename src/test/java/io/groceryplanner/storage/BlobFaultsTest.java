package io.groceryplanner.storage;

import static io.groceryplanner.storage.FileStoreContract.content;
import static io.groceryplanner.storage.FileStoreContract.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import io.groceryplanner.faults.Fault;
import io.groceryplanner.faults.FaultProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Azurite behind a network that fails: a file is there as a whole, or not at all. */
class BlobFaultsTest {

  @TempDir static Path folder;

  private static Optional<Azurite> azurite = Optional.empty();
  private static Optional<FaultProxy> network = Optional.empty();

  private final String container = "c-" + UUID.randomUUID();
  private final FileStore store = store(10);

  /** Two attempts, close to one another, so that nobody waits long for the answer. */
  private FileStore store(int secondsForAnAttempt) {
    var settings =
        new StorageSettings(
            folder,
            azurite.orElseThrow().connectionString(network().port()),
            "",
            "",
            container,
            null,
            null);
    return new BlobFileStore(
        BlobContainers.of(
            settings,
            new RequestRetryOptions(
                RetryPolicyType.FIXED, 2, secondsForAnAttempt, 50L, 50L, null)));
  }

  @BeforeAll
  static void startAzurite() throws IOException, InterruptedException {
    azurite = Azurite.start(folder);
    // Where somebody relies on the answer, a missing Azurite is a failure.
    assumeTrue(azurite.isPresent() || System.getenv("CI") != null, "Azurite is not here");
    network = Optional.of(FaultProxy.before(azurite.orElseThrow().port()));
  }

  @AfterAll
  static void stopAzurite() throws IOException {
    if (network.isPresent()) {
      network.get().close();
    }
    azurite.ifPresent(Azurite::close);
  }

  @AfterEach
  void heal() {
    network().heal();
  }

  @Test
  void aStoreThatAnswers500OrNothingOrBreaksOffKeepsNothingAndWorksAfterwards() throws IOException {
    var warm = key();
    store.put(warm, new byte[] {1});
    for (var fault :
        new Fault[] {
          new Fault.ServerError(),
          new Fault.BlackHole(),
          new Fault.Reset(),
          new Fault.PartialRequest(20_000)
        }) {
      var key = key();
      network().set(fault);

      var hasty = store(1);
      assertThatThrownBy(
              () -> (fault instanceof Fault.BlackHole ? hasty : store).put(key, picture()))
          .as(fault.toString())
          .isInstanceOf(IOException.class);
      assertThat(network().struck()).as("attempts on " + fault).isGreaterThan(1);
      network().heal();
      network().cut();

      assertThat(store.open(key)).as("nothing, not a half, after " + fault).isEmpty();
      store.put(key, picture());
      assertThat(content(store, key)).isEqualTo(picture());
    }
  }

  @Test
  void anUploadWhoseAnswerWasLostIsKnownAgainAsItsOwn() throws IOException {
    // The container is there, so that the next request is the upload itself.
    store.put(key(), new byte[] {1});
    var key = key();
    network().set(new Fault.LostAnswers());
    var hasty = store(2);
    var uploading = CompletableFuture.runAsync(() -> put(hasty, key), Thread::startVirtualThread);
    await().atMost(Duration.ofSeconds(30)).until(() -> network().struck() > 0);
    network().heal();

    assertThat(uploading)
        .as("carried out once, asked twice")
        .succeedsWithin(Duration.ofSeconds(30));
    assertThat(content(store, key)).isEqualTo(picture());
    assertThatThrownBy(() -> store.put(key, new byte[] {2}))
        .as("what somebody else wrote is still no success")
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void anUploadOfWhichNoAnswerEverCameIsAnOutageAndSucceedsWhenSentAgain() throws IOException {
    store.put(key(), new byte[] {1});
    var key = key();
    network().set(new Fault.LostAnswers());

    assertThatThrownBy(() -> store(1).put(key, picture())).isInstanceOf(IOException.class);
    network().heal();
    network().cut();

    assertThat(content(store, key)).as("it was carried out").isEqualTo(picture());
    store.put(key, picture());
  }

  private static void put(FileStore store, FileKey key) {
    try {
      store.put(key, picture());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDownloadThatBreaksOffGoesOnWhereItWas() throws IOException {
    var key = key();
    store.put(key, picture());
    network().set(new Fault.PartialAnswer(60_000));

    assertThat(content(store, key)).isEqualTo(picture());
    assertThat(network().struck()).isPositive();
  }

  @Test
  void aDownloadFromAStoreThatIsAwayIsAnOutage() throws IOException {
    var key = key();
    store.put(key, picture());
    network().set(new Fault.ServerError());

    assertThatThrownBy(() -> store.open(key)).isInstanceOf(IOException.class);
  }

  @Test
  void aSlowStoreIsOnlySlow() throws IOException {
    var key = key();
    network().set(new Fault.Latency(Duration.ofMillis(20)));

    store.put(key, picture());

    assertThat(content(store, key)).isEqualTo(picture());
  }

  private static byte[] picture() {
    var content = new byte[100_000];
    new Random(11).nextBytes(content);
    return content;
  }

  private static FaultProxy network() {
    return network.orElseThrow();
  }
}
