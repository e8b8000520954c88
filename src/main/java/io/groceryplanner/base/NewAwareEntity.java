package io.groceryplanner.base;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/**
 * An entity whose id we choose: it knows whether it is stored, so that saving a new one inserts
 * without asking the database first.
 */
@MappedSuperclass
public abstract class NewAwareEntity implements Persistable<UUID> {

  @Id private UUID id;

  @Transient private boolean isNew;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected NewAwareEntity() {}

  protected NewAwareEntity(UUID id) {
    this.id = id;
    this.isNew = true;
  }

  @Override
  public UUID getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return isNew;
  }

  @PostLoad
  @PostPersist
  void stored() {
    isNew = false;
  }
}
