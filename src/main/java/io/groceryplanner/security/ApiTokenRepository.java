package io.groceryplanner.security;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ApiTokenRepository extends Repository<ApiTokenEntity, UUID> {

  ApiTokenEntity save(ApiTokenEntity token);

  Optional<ApiTokenEntity> findByTokenHashAndExpiresAtAfter(String tokenHash, Instant now);
}
