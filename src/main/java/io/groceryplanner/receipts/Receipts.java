package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Slice;
import io.groceryplanner.base.UserId;
import io.groceryplanner.household.Households;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.storage.FileKey;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The receipts of a household. */
@Service
@TenantScoped
public class Receipts {

  /** The topic of change notices about receipts; the notice's id is the receipt's. */
  public static final String TOPIC = "receipts";

  private static final Instant THE_END = Instant.parse("9999-01-01T00:00:00Z");
  private static final UUID FIRST = new UUID(0, 0);

  private final ReceiptRepository receipts;
  private final ReceiptLineRepository lines;
  private final Households households;
  private final ReceiptQueue queue;
  private final ChangeNotices notices;
  private final JdbcClient jdbc;
  private final Clock clock;

  Receipts(
      ReceiptRepository receipts,
      ReceiptLineRepository lines,
      Households households,
      ReceiptQueue queue,
      ChangeNotices notices,
      JdbcClient jdbc,
      Clock clock) {
    this.receipts = receipts;
    this.lines = lines;
    this.households = households;
    this.queue = queue;
    this.notices = notices;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The household's receipts, the newest first.
   *
   * @param cursor from the slice before, or null for the first
   * @throws IllegalArgumentException when the cursor is none of ours
   */
  public Slice<ReceiptSummary> list(HouseholdId household, @Nullable String cursor, int limit) {
    var before = THE_END;
    var afterId = FIRST;
    if (cursor != null) {
      var parts = cursor.split("_", 2);
      try {
        before = Instant.parse(parts[0]);
        afterId = UUID.fromString(parts[parts.length - 1]);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("Not a cursor of this list", e);
      }
    }
    var found = receipts.list(household.value(), before, afterId, Limit.of(limit + 1));
    var slice = Slice.of(found, limit, last -> last.upload().uploadedAt() + "_" + last.getId());
    var sums = sums(household, slice.items());
    var currency = households.get(household).currency().getCurrencyCode();
    return slice.map(receipt -> summary(receipt, sums.get(receipt.getId()), currency));
  }

  public Optional<Receipt> find(HouseholdId household, ReceiptId id) {
    return receipts
        .findByHouseholdIdAndId(household.value(), id.value())
        .map(receipt -> {
          var read =
              lines.list(household.value(), id.value()).stream()
                  .map(ReceiptLineEntity::asLine)
                  .toList();
          var amount =
              read.stream().map(ReceiptLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
          var currency =
              receipt
                  .currency()
                  .orElseGet(() -> households.get(household).currency().getCurrencyCode());
          return new Receipt(receipt.summary(read.size(), amount, currency), currency, read);
        });
  }

  /** What this receipt looks like the same purchase as, unless that was removed meanwhile. */
  public Optional<ReceiptSummary> findPossibleDuplicate(
      HouseholdId household, ReceiptSummary receipt) {
    return receipt
        .possibleDuplicateOf()
        .flatMap(other -> find(household, other))
        .map(Receipt::summary);
  }

  /** Where the picture people see is stored. */
  public Optional<FileKey> findShownFile(HouseholdId household, ReceiptId id) {
    return receipts
        .findByHouseholdIdAndId(household.value(), id.value())
        .flatMap(receipt -> receipt.upload().shown());
  }

  /** Where the small picture for lists is stored. */
  public Optional<FileKey> findThumbnailFile(HouseholdId household, ReceiptId id) {
    return receipts
        .findByHouseholdIdAndId(household.value(), id.value())
        .flatMap(receipt -> receipt.upload().thumbnail());
  }

  /**
   * A photo as it was sent.
   *
   * @param fileName as the person who sent it named it
   */
  public record Original(FileKey key, String mediaType, String fileName) {}

  /** The photo itself, for as long as there is no picture of it that people could see. */
  public Optional<Original> findUndrawn(HouseholdId household, ReceiptId id) {
    return receipts
        .findByHouseholdIdAndId(household.value(), id.value())
        .map(ReceiptEntity::upload)
        .filter(upload -> upload.shown().isEmpty())
        .map(upload -> new Original(upload.original(), upload.mediaType(), upload.fileName()));
  }

  /** Every file that a receipt of this household refers to, removed ones included. */
  Set<FileKey> listFiles(HouseholdId household) {
    return jdbc
        .sql(
            """
            select case when original_deleted_at is null then original_file end, shown_file, thumb_file
            from receipt where household_id = ?
            """)
        .param(household.value())
        .query((row, _) -> Stream.of(row.getString(1), row.getString(2), row.getString(3)))
        .list()
        .stream()
        .flatMap(names -> names)
        .filter(Objects::nonNull)
        .map(FileKey::new)
        .collect(Collectors.toSet());
  }

  /** What came of an upload that is stored already. */
  sealed interface AddResult {
    record Added(ReceiptId id) implements AddResult {}

    record Known(ReceiptId existing) implements AddResult {}
  }

  /**
   * Adds a receipt and schedules its first step, both or neither.
   *
   * @param force adds it even if the same content is known
   */
  AddResult add(
      HouseholdId household, ReceiptId id, StoredUpload upload, UserId by, boolean force) {
    // Two uploads of the same content at the same moment must see each other.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(household + upload.contentHash())
        .query(_ -> {});
    if (!force) {
      var known = findByContent(household, upload.contentHash());
      if (known.isPresent()) {
        return new AddResult.Known(known.get());
      }
    }
    receipts.save(new ReceiptEntity(household, id, upload, by, clock.instant()));
    queue.scheduleNext(household, id, Stage.PENDING);
    if (upload.shown() == null) {
      queue.schedulePicture(household, id);
    }
    notices.publish(new ChangeNotice(household, TOPIC, id.toString()));
    return new AddResult.Added(id);
  }

  Optional<ReceiptId> findByContent(HouseholdId household, String contentHash) {
    return receipts
        .findFirstByHouseholdIdAndUploadContentHashOrderByUploadUploadedAt(
            household.value(), contentHash)
        .map(ReceiptEntity::receiptId);
  }

  private Map<UUID, ReceiptLineRepository.Sum> sums(
      HouseholdId household, List<ReceiptEntity> found) {
    return found.isEmpty()
        ? Map.of()
        : lines.sums(household.value(), found.stream().map(ReceiptEntity::getId).toList()).stream()
            .collect(Collectors.toMap(ReceiptLineRepository.Sum::receipt, Function.identity()));
  }

  private static ReceiptSummary summary(
      ReceiptEntity receipt, ReceiptLineRepository.@Nullable Sum sum, String currency) {
    return sum == null
        ? receipt.summary(0, BigDecimal.ZERO, currency)
        : receipt.summary((int) sum.lines(), sum.amount(), currency);
  }
}
