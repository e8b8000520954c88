package io.groceryplanner.ai;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks regularly whether ai-service is there, so that people hear of an outage before they need
 * it, and of its end at once. One that sleeps while nobody needs it is looked at only while it is
 * away or waking. Per replica, since each has its own breaker; so this is no job of the database.
 */
@Component
@ConditionalOnExpression("'${planner.ai.look-every:2s}' != '0s'")
class AiWatch {

  private final AiService service;
  private final AiHealth health;
  private final AiSettings settings;
  private final AtomicBoolean looking = new AtomicBoolean();

  AiWatch(AiService service, AiHealth health, AiSettings settings) {
    this.service = service;
    this.health = health;
    this.settings = settings;
  }

  /** At a rate, since looks that wait for a fixed delay would hold up each other's. */
  @Scheduled(fixedRateString = "${planner.ai.look-every:2s}")
  void look() {
    if (!isNeeded() || !looking.compareAndSet(false, true)) {
      return;
    }
    try {
      service.look();
    } finally {
      looking.set(false);
    }
  }

  private boolean isNeeded() {
    return !settings.maySleep() || !health.isFine();
  }
}
