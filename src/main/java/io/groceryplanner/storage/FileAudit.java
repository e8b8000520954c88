package io.groceryplanner.storage;

import io.groceryplanner.base.HouseholdId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Compares all files with the rows that refer to them, household by household, and deletes the
 * files that no row needs any more. What it found last is kept for admins.
 */
@Service
public class FileAudit {

  /** A younger file may belong to a row that is just being written. */
  private static final Duration YOUNG = Duration.ofDays(1);

  private static final Duration KEPT = Duration.ofDays(90);

  /** So many may go at once; the rest goes the next night. */
  private static final int MOST_DELETED = 10_000;

  /** Where more than this are to go, and they are most of all, it is the check that is wrong. */
  private static final int SUSPICIOUS = 100;

  private static final Logger log = LoggerFactory.getLogger(FileAudit.class);

  private final FileStore files;
  private final List<FileOwner> owners;
  private final JdbcClient jdbc;
  private final Clock clock;

  FileAudit(FileStore files, List<FileOwner> owners, JdbcClient jdbc, Clock clock) {
    this.files = files;
    this.owners = owners;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What a check found.
   *
   * @param orphaned files no row refers to, the deleted ones among them
   * @param missing files a row refers to that are not there
   */
  public record Report(Instant checkedAt, long files, long orphaned, long missing, long deleted) {}

  /** What the last check found, whichever replica did it. */
  public Optional<Report> findLatest() {
    return jdbc.sql("select * from file_audit order by checked_at desc limit 1")
        .query((row, _) ->
            new Report(
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                row.getLong("files"),
                row.getLong("orphaned"),
                row.getLong("missing"),
                row.getLong("deleted")))
        .optional();
  }

  /**
   * Checks everything now.
   *
   * @throws IOException when the store is away; then nothing is reported
   */
  Report check() throws IOException {
    var count = new Count();
    var unseen = new LinkedHashSet<HouseholdId>();
    owners.forEach(owner -> unseen.addAll(owner.households()));
    try (var listed = files.list()) {
      var ofOne = new ArrayList<StoredFile>();
      for (var file : (Iterable<StoredFile>) listed::iterator) {
        if (!ofOne.isEmpty() && !household(ofOne).equals(file.key().household())) {
          compare(household(ofOne), ofOne, count);
          unseen.remove(household(ofOne));
          ofOne.clear();
        }
        ofOne.add(file);
      }
      if (!ofOne.isEmpty()) {
        compare(household(ofOne), ofOne, count);
        unseen.remove(household(ofOne));
      }
    }
    for (var household : unseen) {
      compare(household, List.of(), count);
    }
    var report =
        new Report(clock.instant(), count.files, count.orphaned, count.missing, delete(count));
    keep(report);
    return report;
  }

  private static final class Count {
    private long files;
    private long orphaned;
    private long missing;
    private final List<FileKey> toDelete = new ArrayList<>();
  }

  private static HouseholdId household(List<StoredFile> files) {
    return files.getFirst().key().household();
  }

  private void compare(HouseholdId household, List<StoredFile> stored, Count count)
      throws IOException {
    // Read after the files were listed: a row that is written meanwhile has its files already.
    Set<FileKey> needed = new HashSet<>();
    owners.forEach(owner -> needed.addAll(owner.filesOf(household)));
    count.files += stored.size();
    var oldEnough = clock.instant().minus(YOUNG);
    for (var file : stored) {
      if (!needed.remove(file.key())) {
        count.orphaned++;
        if (file.storedAt().isBefore(oldEnough) && count.toDelete.size() < MOST_DELETED) {
          count.toDelete.add(file.key());
        }
      }
    }
    for (var key : needed) {
      if (!files.has(key)) {
        count.missing++;
        log.warn("A row refers to {}, which is not there", key);
      }
    }
  }

  private long delete(Count count) throws IOException {
    if (count.toDelete.size() > SUSPICIOUS && count.toDelete.size() > count.files / 2) {
      log.error(
          "{} of {} files seem to belong to nobody; none is deleted, somebody should look",
          count.toDelete.size(),
          count.files);
      return 0;
    }
    for (var key : count.toDelete) {
      files.delete(key);
    }
    return count.toDelete.size();
  }

  private void keep(Report report) {
    jdbc.sql("delete from file_audit where checked_at < ?")
        .param(report.checkedAt().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql("insert into file_audit values (?, ?, ?, ?, ?)")
        .params(
            report.checkedAt().atOffset(ZoneOffset.UTC),
            report.files(),
            report.orphaned(),
            report.missing(),
            report.deleted())
        .update();
    log.info(
        "{} files; {} without a row, {} of them deleted; {} missing",
        report.files(),
        report.orphaned(),
        report.deleted(),
        report.missing());
  }
}
