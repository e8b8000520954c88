package io.groceryplanner.security;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<UserEntity, UUID> {

  UserEntity save(UserEntity user);

  Optional<UserEntity> findById(UUID id);

  Optional<UserEntity> findByEmail(String email);
}
