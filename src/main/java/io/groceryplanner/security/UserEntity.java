package io.groceryplanner.security;

import io.groceryplanner.base.NewAwareEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "app_user")
class UserEntity extends NewAwareEntity {

  @Column(nullable = false)
  private String name;

  @Column(nullable = false)
  private String email;

  @Column(nullable = false)
  private String passwordHash;

  @Column(nullable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected UserEntity() {}

  UserEntity(UUID id, String name, String email, String passwordHash, Instant createdAt) {
    super(id);
    this.name = name;
    this.email = email;
    this.passwordHash = passwordHash;
    this.createdAt = createdAt;
  }

  String name() {
    return name;
  }

  String email() {
    return email;
  }

  String passwordHash() {
    return passwordHash;
  }
}
