package io.groceryplanner.ai;

import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What is measured of ai-service from this side. */
@Component
class AiMeters {

  /** What was called. */
  enum Endpoint {
    EXTRACT,
    PICTURE,
    CATEGORIZE,
    EMBED,
    HEALTH
  }

  /** What it came to; busy is every "ask again later" that is no failure. */
  enum Status {
    OK,
    REJECTED,
    BUSY,
    FAILED,
    CIRCUIT_OPEN
  }

  private final MeterRegistry meters;

  AiMeters(MeterRegistry meters, AiBreaker breaker, AiHealth health) {
    this.meters = meters;
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breaker.registry()).bindTo(meters);
    Gauge.builder(
            "grocery_planner.ai_health.consecutive_failures", health, AiHealth::failuresInARow)
        .description("Calls and looks of this replica that failed since the last that did not")
        .register(meters);
  }

  void record(Endpoint endpoint, Status status, Duration time) {
    Timer.builder("grocery_planner.ai_client.request.duration")
        .description("How long ai-service was waited for")
        .tag("endpoint", tag(endpoint))
        .tag("status", tag(status))
        .register(meters)
        .record(time);
  }

  private static String tag(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
