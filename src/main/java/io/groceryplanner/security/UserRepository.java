package io.groceryplanner.security;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<UserEntity, UUID> {

  /** Written at once: a membership that refers to the user may follow by plain SQL. */
  UserEntity saveAndFlush(UserEntity user);

  Optional<UserEntity> findById(UUID id);

  Optional<UserEntity> findByEmail(String email);
}
