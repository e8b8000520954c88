package io.groceryplanner.ai;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks regularly whether ai-service is there, so that people hear of an outage before they need
 * it. Per replica, since each has its own breaker; so this is no job of the database.
 */
@Configuration
@EnableScheduling
@ConditionalOnExpression("'${planner.ai.look-every:10s}' != '0s'")
class AiWatch {

  private final AiService service;

  AiWatch(AiService service) {
    this.service = service;
  }

  @Scheduled(fixedDelayString = "${planner.ai.look-every:10s}")
  void look() {
    service.answers();
  }
}
