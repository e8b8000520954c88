package io.groceryplanner.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.base.HouseholdId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All files against all rows, in a folder of its own. */
@IntegrationTest
class FileAuditTest {

  @TempDir Path folder;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final Set<FileKey> needed = new HashSet<>();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private FileStore files;
  private FileAudit audit;

  @BeforeEach
  void openTheFolder() throws IOException {
    files = new LocalFileStore(folder);
    audit = new FileAudit(files, List.of(new Owner()), jdbc, clock);
    new FileAuditMetrics(audit).bindTo(metrics);
  }

  /** A module with the rows of this test. */
  private final class Owner implements FileOwner {
    @Override
    public List<HouseholdId> households() {
      return needed.stream().map(FileKey::household).distinct().toList();
    }

    @Override
    public Set<FileKey> filesOf(HouseholdId household) {
      return needed.stream()
          .filter(key -> key.household().equals(household))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void whatNobodyNeedsGoesAfterADayAndWhatIsNeededStays() throws IOException {
    var wanted = put(HouseholdId.create());
    needed.add(wanted);
    var young = put(wanted.household());
    var old = put(wanted.household());
    var alone = put(HouseholdId.create());
    makeOld(wanted, old, alone);

    var report = audit.check();

    assertThat(report.files()).isEqualTo(4);
    assertThat(report.orphaned()).isEqualTo(3);
    assertThat(report.deleted()).isEqualTo(2);
    assertThat(report.missing()).isZero();
    assertThat(files.has(wanted)).isTrue();
    assertThat(files.has(young)).as("its row may be about to be written").isTrue();
    assertThat(files.has(old)).isFalse();
    assertThat(files.has(alone)).isFalse();
  }

  @Test
  void aRowWithoutItsFileIsReportedToAdminsAndGauges() throws IOException {
    needed.add(key(HouseholdId.create()));
    needed.add(put(HouseholdId.create()));

    var report = audit.check();

    assertThat(report.missing()).isEqualTo(1);
    assertThat(audit.findLatest().orElseThrow().missing()).isEqualTo(1);
    assertThat(metrics.get("grocery_planner.storage.files").tag("kind", "missing").gauge().value())
        .isEqualTo(1);
  }

  @Test
  void aCheckThatFindsNearlyEverythingUnneededDoubtsItselfAndDeletesNothing() throws IOException {
    var household = HouseholdId.create();
    for (int i = 0; i < 150; i++) {
      makeOld(put(household));
    }

    var report = audit.check();

    assertThat(report.orphaned()).isEqualTo(150);
    assertThat(report.deleted()).isZero();
  }

  private FileKey put(HouseholdId household) throws IOException {
    var key = key(household);
    files.put(key, new byte[] {1});
    return key;
  }

  private static FileKey key(HouseholdId household) {
    return FileKey.of(household, UUID.randomUUID(), "shown.jpg");
  }

  private void makeOld(FileKey... keys) throws IOException {
    var then = FileTime.from(clock.instant().minus(Duration.ofDays(2)));
    for (var key : keys) {
      Files.setLastModifiedTime(folder.resolve(key.value()), then);
    }
  }
}
