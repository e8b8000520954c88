package io.groceryplanner.ai;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Looks regularly whether ai-service is there, so that people hear of an outage before they need
 * it, and of its end at once. One that sleeps while nobody needs it is looked at only while it is
 * away or waking. Per replica, since each has its own breaker; so this is no job of the database.
 */
@Component
class AiWatch implements SchedulingConfigurer {

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
  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    if (settings.lookEvery().isPositive()) {
      tasks.addFixedRateTask(this::look, settings.lookEvery());
    }
  }

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
