package io.groceryplanner.ai;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Wakes an ai-service that is scaled to zero while nobody needs it. That takes up to two minutes
 * and is no outage, so nothing of it is counted as a failure; only who does not wake in five
 * minutes is away. Nobody waits inside: who asks is told when to ask again.
 */
@Component
class AiWarmUp {

  static final Duration LONGEST = Duration.ofMinutes(5);

  private static final Logger log = LoggerFactory.getLogger(AiWarmUp.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private record Attempt(Instant began, Duration pause, Instant nextLook) {}

  private final AiClients clients;
  private final AiHealth health;
  private final AiSettings settings;
  private final Clock clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable Attempt attempt;

  AiWarmUp(AiClients clients, AiHealth health, AiSettings settings, Clock clock) {
    this.clients = clients;
    this.health = health;
    this.settings = settings;
    this.clock = clock;
  }

  /** Looks whether it woke, if it may sleep; returns how long to wait before asking again. */
  Optional<Duration> wake() {
    if (!mayBeAsleep()) {
      attempt = null;
      return Optional.empty();
    }
    if (!looking.tryLock()) {
      return Optional.of(FIRST_PAUSE);
    }
    try {
      return mayBeAsleep() ? look() : Optional.empty();
    } finally {
      looking.unlock();
    }
  }

  /** One that failed was awake, or did not wake in time: then it is away. */
  private boolean mayBeAsleep() {
    return settings.maySleep()
        && health.failuresInARow() == 0
        && !health.answeredWithin(settings.sleepsAfter());
  }

  private Optional<Duration> look() {
    var before = attempt;
    var now = clock.instant();
    if (before != null && now.isBefore(before.nextLook())) {
      return Optional.of(Duration.between(now, before.nextLook()));
    }
    if (isReady()) {
      health.answered();
      attempt = null;
      return Optional.empty();
    }
    var after = clock.instant();
    var began = before == null ? now : before.began();
    if (Duration.between(began, after).compareTo(LONGEST) >= 0) {
      log.warn("ai-service did not wake in {} minutes", LONGEST.toMinutes());
      health.failed();
      attempt = null;
      return Optional.empty();
    }
    health.waking();
    var pause = before == null ? FIRST_PAUSE : longer(before.pause());
    attempt = new Attempt(began, pause, after.plus(pause));
    return Optional.of(pause);
  }

  private boolean isReady() {
    try {
      clients.look();
      return true;
    } catch (RestClientException e) {
      log.debug("ai-service is not awake yet: {}", e.toString());
      return false;
    }
  }

  private static Duration longer(Duration pause) {
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
