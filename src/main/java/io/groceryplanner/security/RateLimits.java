package io.groceryplanner.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try something on this replica. Losing the counts in a restart only forgets
 * a few tries.
 */
@Component
public class RateLimits {

  /** What is limited. */
  public enum Action {
    SIGN_IN,
    SIGN_UP,
    UPLOAD
  }

  private record Key(Action action, String who) {}

  private final LoadingCache<Key, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(100_000)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build(this::bucket);
  private final int signUps;

  /**
   * @param signUps how many people may sign up a minute from one address; whoever tests signs up
   *     hundreds
   */
  RateLimits(@Value("${planner.sign-ups-per-minute}") int signUps) {
    this.signUps = signUps;
  }

  /** As many tries at once as are refilled in a minute. */
  private Bucket bucket(Key key) {
    int tries =
        switch (key.action()) {
          case SIGN_IN -> 10;
          case SIGN_UP -> signUps;
          case UPLOAD -> 120;
        };
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, Duration.ofMinutes(1)))
        .build();
  }

  /** Counts a try; false when there were too many. */
  public boolean allow(Action action, String who) {
    return buckets.get(new Key(action, who)).tryConsume(1);
  }
}
