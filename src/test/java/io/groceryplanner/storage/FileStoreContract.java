package io.groceryplanner.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groceryplanner.base.HouseholdId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every file store does; each kind of store runs all of it. */
abstract class FileStoreContract {

  /** A store with nothing in it. */
  abstract FileStore emptyStore() throws IOException;

  @Test
  void whatWasPutIsThereAndGoneAfterDeleting() throws IOException {
    var store = emptyStore();
    var key = key();

    store.put(key, new byte[] {1, 2, 3});
    assertThat(content(store, key)).containsExactly(1, 2, 3);
    assertThat(store.has(key)).isTrue();
    store.delete(key);

    assertThat(store.open(key)).isEmpty();
    assertThat(store.has(key)).isFalse();
  }

  @Test
  void whatIsNotThereIsNotFoundAndDeletingItDoesNoHarm() throws IOException {
    var store = emptyStore();
    var key = key();

    store.delete(key);

    assertThat(store.open(key)).isEmpty();
    assertThat(store.has(key)).isFalse();
    try (var files = store.list()) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void tenMegabytesComeBackByteForByte() throws IOException {
    var store = emptyStore();
    var key = key();
    var content = new byte[10 * 1024 * 1024];
    new Random(7).nextBytes(content);

    store.put(key, content);

    assertThat(content(store, key)).isEqualTo(content);
  }

  @Test
  void aFileIsWrittenOnceAndNeverChanged() throws IOException {
    var store = emptyStore();
    var key = key();
    store.put(key, new byte[] {1, 2, 3});

    store.put(key, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> store.put(key, new byte[] {4}))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(content(store, key)).containsExactly(1, 2, 3);
  }

  @Test
  void manyAtOnceDoNotDisturbEachOther() throws IOException {
    var store = emptyStore();
    var keys = IntStream.range(0, 24).mapToObj(_ -> key()).toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing =
          IntStream.range(0, keys.size())
              .mapToObj(i ->
                  CompletableFuture.runAsync(
                      () -> put(store, keys.get(i), new byte[] {(byte) i}), threads))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(writing).join();
    }

    for (int i = 0; i < keys.size(); i++) {
      assertThat(content(store, keys.get(i))).containsExactly(i);
    }
  }

  @Test
  void theListHasEveryFileAndThoseOfAHouseholdTogether() throws IOException {
    var store = emptyStore();
    var mine = HouseholdId.create();
    var theirs = HouseholdId.create();
    var keys = new ArrayList<FileKey>();
    for (var household : List.of(mine, theirs, mine, theirs)) {
      var key = FileKey.of(household, UUID.randomUUID(), "shown.jpg");
      store.put(key, new byte[] {1});
      keys.add(key);
    }

    List<StoredFile> listed;
    try (var files = store.list()) {
      listed = files.toList();
    }

    assertThat(listed).extracting(StoredFile::key).containsExactlyInAnyOrderElementsOf(keys);
    var turns = new ArrayList<HouseholdId>();
    for (var file : listed) {
      if (turns.isEmpty() || !turns.getLast().equals(file.key().household())) {
        turns.add(file.key().household());
      }
    }
    assertThat(turns).hasSameSizeAs(new LinkedHashSet<>(turns)).hasSize(2);
    assertThat(listed)
        .allSatisfy(file ->
            assertThat(Duration.between(file.storedAt(), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(5)));
  }

  static FileKey key() {
    return FileKey.of(HouseholdId.create(), UUID.randomUUID(), "original.jpg");
  }

  static byte[] content(FileStore store, FileKey key) throws IOException {
    try (var stream = store.open(key).orElseThrow()) {
      return stream.readAllBytes();
    }
  }

  private static void put(FileStore store, FileKey key, byte[] content) {
    try {
      store.put(key, content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
