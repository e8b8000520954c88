package io.groceryplanner.receipts;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReceiptLineRepository extends Repository<ReceiptLineEntity, ReceiptLineEntity.Key> {

  ReceiptLineEntity save(ReceiptLineEntity line);

  @Query(
      """
      from ReceiptLineEntity l
      where l.householdId = :household and l.id.receiptId = :receipt and not l.removed
      order by l.id.lineNo
      """)
  List<ReceiptLineEntity> list(UUID household, UUID receipt);

  @Query(
      """
      from ReceiptLineEntity l
      where l.householdId = :household and l.id.receiptId = :receipt and l.id.lineNo = :lineNo
        and not l.removed
      """)
  Optional<ReceiptLineEntity> find(UUID household, UUID receipt, int lineNo);

  /** A line, deleted or not. */
  @Query(
      """
      from ReceiptLineEntity l
      where l.householdId = :household and l.id.receiptId = :receipt and l.id.lineNo = :lineNo
      """)
  Optional<ReceiptLineEntity> findAny(UUID household, UUID receipt, int lineNo);

  /** The line that a request made, deleted since or not. */
  @Query(
      """
      from ReceiptLineEntity l
      where l.householdId = :household and l.id.receiptId = :receipt and l.requestKey = :key
      """)
  Optional<ReceiptLineEntity> findMadeBy(UUID household, UUID receipt, String key);

  /** What a person corrected, which includes what they deleted. */
  @Query(
      """
      from ReceiptLineEntity l
      where l.householdId = :household and l.id.receiptId = :receipt and l.corrected
      """)
  List<ReceiptLineEntity> listCorrected(UUID household, UUID receipt);

  /** Deletes at once; none of these lines may have been loaded in the same transaction. */
  @Modifying
  @Query(
      """
      delete from ReceiptLineEntity l
      where l.householdId = :household and l.id.receiptId = :receipt
        and (:andCorrected = true or l.corrected = false)
      """)
  void delete(UUID household, UUID receipt, boolean andCorrected);

  /** Counts deleted lines too, so that no number is given twice. */
  @Query(
      """
      select coalesce(max(l.id.lineNo), 0) from ReceiptLineEntity l
      where l.householdId = :household and l.id.receiptId = :receipt
      """)
  int lastNumber(UUID household, UUID receipt);

  /** How many lines a receipt has and what they come to. */
  record Sum(UUID receipt, long lines, BigDecimal amount) {}

  @Query(
      """
      select new io.groceryplanner.receipts.ReceiptLineRepository$Sum(
        l.id.receiptId, count(*), sum(l.amount.lineTotal + l.amount.discount))
      from ReceiptLineEntity l
      where l.householdId = :household and l.id.receiptId in :receipts and not l.removed
      group by l.id.receiptId
      """)
  List<Sum> sums(UUID household, Collection<UUID> receipts);
}
