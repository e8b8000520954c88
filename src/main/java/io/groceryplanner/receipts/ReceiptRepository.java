package io.groceryplanner.receipts;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReceiptRepository extends Repository<ReceiptEntity, UUID> {

  ReceiptEntity save(ReceiptEntity receipt);

  Optional<ReceiptEntity> findByHouseholdIdAndId(UUID householdId, UUID id);

  /** The receipt, held so that nobody else moves it on meanwhile. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("from ReceiptEntity r where r.householdId = :household and r.id = :id")
  Optional<ReceiptEntity> hold(UUID household, UUID id);

  @Query(
      """
      from ReceiptEntity r where r.householdId = :household
        and (r.upload.uploadedAt < :before or (r.upload.uploadedAt = :before and r.id > :afterId))
      order by r.upload.uploadedAt desc, r.id
      """)
  List<ReceiptEntity> list(UUID household, Instant before, UUID afterId, Limit limit);

  @Query(
      """
      select r.id from ReceiptEntity r where r.householdId = :household
        and r.condition = io.groceryplanner.receipts.Condition.FAILED
      """)
  List<UUID> listFailed(UUID household);

  Optional<ReceiptEntity> findFirstByHouseholdIdAndUploadContentHashOrderByUploadUploadedAt(
      UUID householdId, String contentHash);
}
