package io.groceryplanner.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.backup.Backup.BackupResult;
import io.groceryplanner.backup.Restore.RestoreResult;
import io.groceryplanner.localdatabase.FullAccess;
import io.groceryplanner.localdatabase.LocalDatabase;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup is whole and made of one moment; whatever is not whole is refused and changes nothing.
 */
class BackupTest {

  private static final String FILE = "files/0c2b/r.original.jpg";

  @TempDir static Path shared;
  private static Path data;
  private static Path backup;
  private static Manifest manifest;

  @TempDir Path folder;

  /** While somebody goes on founding households. */
  @BeforeAll
  static void backUpWhileItIsWorkedOn() throws Exception {
    data = shared.resolve("data");
    backup = shared.resolve("backup.zip");
    Files.createDirectories(data.resolve(FILE).getParent());
    Files.write(data.resolve(FILE), new byte[] {1, 2, 3});
    Files.writeString(data.resolve("files/0c2b/.draft1.tmp"), "not yet a file");
    Files.writeString(data.resolve(Manifest.SECRET), "of this test");
    var enough = new AtomicBoolean();
    var founded = new AtomicLong();
    try (var _ = LocalDatabase.start(data.resolve("database"))) {
      var known = new KnownMigrations();
      try (var access = FullAccess.open(data.resolve("database"))) {
        known.bringTo(
            known.versions(), environment(), Files.createDirectory(shared.resolve("migrations")));
        var founding =
            CompletableFuture.runAsync(() -> {
              try (var connection = access.connect()) {
                connection.setAutoCommit(false);
                while (!enough.get()) {
                  found(connection);
                  founded.incrementAndGet();
                }
              } catch (SQLException | IOException e) {
                throw new AssertionError(e);
              }
            });
        await().until(() -> founded.get() > 20);
        var made = new Backup(Clock.systemUTC()).make(data, backup);
        enough.set(true);
        founding.join();
        manifest = ((BackupResult.Made) made).manifest();
      }
    }
  }

  private static Map<String, String> environment() throws IOException {
    try (var again = Files.lines(data.resolve("database/postgres.credentials"))) {
      var owner =
          again
              .filter(line -> line.startsWith("owner="))
              .findFirst()
              .orElseThrow()
              .substring("owner=".length());
      return Map.of(
          "DATABASE_URL",
          "jdbc:postgresql://127.0.0.1:"
              + Files.readString(data.resolve("database/postgres.port"))
              + "/planner",
          "DATABASE_OWNER_USERNAME",
          "planner_owner",
          "DATABASE_OWNER_PASSWORD",
          owner);
    }
  }

  private static void found(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          with person as (insert into app_user
              values (gen_random_uuid(), 'Cook', gen_random_uuid()::text, 'none', now()) returning id),
            home as (insert into household
              values (gen_random_uuid(), E'Tab\\t and\\nline', 'EUR', 'Europe/Berlin', now()) returning household_id)
          insert into membership select home.household_id, person.id, 'OWNER', now() from person, home
          """);
    }
    connection.commit();
  }

  @Test
  void itIsOfOneMomentAndComesBackAsItWas() throws Exception {
    var restored = folder.resolve("restored");

    assertThat(restore(backup, restored, false)).isInstanceOf(RestoreResult.Restored.class);

    assertThat(restored.resolve(FILE)).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(restored.resolve(Manifest.SECRET)).hasContent("of this test");
    assertThat(restored.resolve("files/0c2b/.draft1.tmp")).doesNotExist();
    try (var access = FullAccess.open(restored.resolve("database"));
        var connection = access.connect()) {
      long households = ask(connection, "select count(*) from household");
      assertThat(households).isGreaterThan(20);
      assertThat(ask(connection, "select count(*) from membership")).isEqualTo(households);
      assertThat(ask(connection, "select count(*) from app_user")).isEqualTo(households);
      assertThat(
              ask(
                  connection,
                  "select count(*) from membership join household using (household_id)"
                      + " where name = E'Tab\\t and\\nline'"))
          .isEqualTo(households);
    }
    assertThat(leftovers(folder)).containsExactly("restored");
  }

  @Test
  void onlyItsOwnerMayReadIt() throws Exception {
    assertThat(Files.getPosixFilePermissions(backup))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void noFileIsOverwrittenByABackup() throws Exception {
    assertThat(new Backup(Clock.systemUTC()).make(data, backup))
        .isEqualTo(new BackupResult.Refused(backup + " exists already. Name another file."));
  }

  @Test
  void aFolderWithoutADatabaseIsNotBackedUp() throws Exception {
    var made = new Backup(Clock.systemUTC()).make(folder, folder.resolve("b.zip"));

    assertThat(made).isInstanceOf(BackupResult.Refused.class);
    assertThat(leftovers(folder)).isEmpty();
  }

  @Test
  void oneThatWasCutShortIsRefused() throws Exception {
    var whole = Files.readAllBytes(backup);
    var cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, 9_000));

    refuses(cut, "is damaged: it is no archive, or was cut short");
  }

  @Test
  void oneWithAnotherContentThanWasWrittenIsRefused() throws Exception {
    var altered = Files.copy(backup, folder.resolve("altered.zip"));
    try (var zip = FileSystems.newFileSystem(altered)) {
      Files.write(zip.getPath(FILE), new byte[] {1, 2, 4});
    }

    refuses(altered, "is damaged: " + FILE + " is not what was written");
  }

  @Test
  void oneWithAFlippedByteIsRefusedWhereverItIs() throws Exception {
    var whole = Files.readAllBytes(backup);
    for (int at = 40; at < whole.length; at += whole.length / 12) {
      var flipped = whole.clone();
      flipped[at] ^= 0x55;
      var file = Files.write(folder.resolve("flipped.zip"), flipped);
      var result = restore(file, folder.resolve("restored"), false);
      // A byte that says nothing, such as a time, may be another.
      if (result instanceof RestoreResult.Refused(var reason)) {
        assertThat(reason).contains("is damaged");
        assertThat(leftovers(folder)).containsExactly("flipped.zip");
      } else {
        assertThat(folder.resolve("restored").resolve(FILE)).hasBinaryContent(new byte[] {1, 2, 3});
        org.apache.commons.io.FileUtils.deleteDirectory(folder.resolve("restored").toFile());
      }
    }
  }

  /** What is damaged in transit is damaged anywhere; reading it must end in a plain word. */
  @Test
  void aByteFlippedAnywhereIsFoundOrSaysNothing() throws Exception {
    var whole = Files.readAllBytes(backup);
    var file = folder.resolve("flipped.zip");
    int tried = 0;
    int found = 0;
    for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 4_000)) {
      for (int bits : new int[] {0x01, 0x55, 0xff}) {
        var flipped = whole.clone();
        flipped[at] ^= (byte) bits;
        Files.write(file, flipped);
        tried++;
        try (var archive = Archive.open(file)) {
          found += archive.findDamage().isPresent() ? 1 : 0;
        } catch (Archive.DamagedException e) {
          found++;
        }
      }
    }
    assertThat(found).as("found, of %d", tried).isGreaterThan(tried / 2);
  }

  @Test
  void oneWithoutAnEntryIsRefused() throws Exception {
    var altered = Files.copy(backup, folder.resolve("altered.zip"));
    try (var zip = FileSystems.newFileSystem(altered)) {
      Files.delete(zip.getPath(FILE));
    }

    refuses(altered, "its entries are not those its manifest names");
  }

  @Test
  void oneOfANewerVersionIsRefusedAndSaysSo() throws Exception {
    var newer = Files.copy(backup, folder.resolve("newer.zip"));
    try (var zip = FileSystems.newFileSystem(newer)) {
      var text = Files.readString(zip.getPath(Manifest.NAME));
      Files.writeString(
          zip.getPath(Manifest.NAME), text.replaceFirst("\"0001\"", "\"0001\", \"9999\""));
    }

    refuses(
        newer,
        "made by a newer version of Grocery Planner: its database has 9999, which this one does not know. Update first");
  }

  @Test
  void dataThatIsThereIsKeptUnlessToldOtherwise() throws Exception {
    var there = Files.createDirectories(folder.resolve("data"));
    Files.writeString(there.resolve(Manifest.SECRET), "of before");

    assertThat(restore(backup, there, false))
        .isInstanceOfSatisfying(
            RestoreResult.Refused.class,
            refused -> assertThat(refused.reason()).contains("holds data already"));
    assertThat(there.resolve(Manifest.SECRET)).hasContent("of before");

    var replaced = (RestoreResult.Restored) restore(backup, there, true);
    assertThat(there.resolve(Manifest.SECRET)).hasContent("of this test");
    assertThat(replaced.setAside().orElseThrow().resolve(Manifest.SECRET)).hasContent("of before");
  }

  @Test
  void whatRunsIsNotReplaced() throws Exception {
    try (var _ = LocalDatabase.start(folder.resolve("data/database"))) {
      assertThat(restore(backup, folder.resolve("data"), true))
          .isInstanceOfSatisfying(
              RestoreResult.Refused.class,
              refused -> assertThat(refused.reason()).contains("Stop it first"));
    }
  }

  @Test
  void itSaysWhatItHolds() {
    assertThat(manifest.migrations()).contains("0001", "0050");
    assertThat(manifest.entries()).containsKeys(FILE, Manifest.SECRET, "database/household.copy");
    assertThat(manifest.files()).isEqualTo(1);
  }

  private void refuses(Path file, String why) throws Exception {
    assertThat(restore(file, folder.resolve("restored"), false))
        .isInstanceOfSatisfying(
            RestoreResult.Refused.class, refused -> assertThat(refused.reason()).contains(why));
    assertThat(leftovers(folder)).containsExactly(file.getFileName().toString());
  }

  private static RestoreResult restore(Path file, Path data, boolean replace) throws Exception {
    return new Restore(Clock.systemUTC()).restore(file, data, replace);
  }

  private static Stream<String> names(Path folder) throws IOException {
    return Files.list(folder).map(file -> file.getFileName().toString());
  }

  private static java.util.List<String> leftovers(Path folder) throws IOException {
    try (var names = names(folder)) {
      return names.toList();
    }
  }

  private static long ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
