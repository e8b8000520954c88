package io.groceryplanner.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try something on this replica. Losing the counts in a restart only forgets
 * a few tries.
 */
@Component
public class RateLimits {

  /** What is limited, and how many tries a minute are refilled. */
  public enum Action {
    SIGN_IN(10),
    SIGN_UP(60),
    UPLOAD(120);

    private final int perMinute;

    Action(int perMinute) {
      this.perMinute = perMinute;
    }
  }

  private record Key(Action action, String who) {}

  private final LoadingCache<Key, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(100_000)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build(key ->
              Bucket.builder()
                  .addLimit(limit ->
                      limit
                          .capacity(key.action().perMinute)
                          .refillGreedy(key.action().perMinute, Duration.ofMinutes(1)))
                  .build());

  /** Counts a try; false when there were too many. */
  public boolean allow(Action action, String who) {
    return buckets.get(new Key(action, who)).tryConsume(1);
  }
}
