package io.groceryplanner.security;

import io.groceryplanner.base.NewAwareEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "api_token")
class ApiTokenEntity extends NewAwareEntity {

  @Column(nullable = false)
  private UUID userId;

  @Column(nullable = false)
  private String label;

  @Column(nullable = false)
  private String tokenHash;

  @Column(nullable = false)
  private Instant createdAt;

  @Column(nullable = false)
  private Instant expiresAt;

  @SuppressWarnings("NullAway.Init")
  protected ApiTokenEntity() {}

  ApiTokenEntity(
      UUID userId, String label, String tokenHash, Instant createdAt, Instant expiresAt) {
    super(UUID.randomUUID());
    this.userId = userId;
    this.label = label;
    this.tokenHash = tokenHash;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  UUID userId() {
    return userId;
  }
}
