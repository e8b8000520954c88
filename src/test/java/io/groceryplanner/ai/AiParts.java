package io.groceryplanner.ai;

import io.groceryplanner.ops.Degradations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.client.RestClient;

/** A client of ai-service with a breaker, meters and degradations of its own. */
record AiParts(
    AiService service,
    AiBreaker breaker,
    AiHealth health,
    AiWatch watch,
    Degradations degradations,
    MeterRegistry meters) {

  static final int READINGS_AT_ONCE = 4;

  /**
   * @param sleepsAfter zero for one that always runs
   */
  static AiParts of(RestClient.Builder builder, URI url, Clock clock, Duration sleepsAfter) {
    var seconds = Duration.ofSeconds(2);
    var settings =
        new AiSettings(
            url,
            seconds,
            seconds,
            seconds,
            Duration.ofSeconds(30),
            READINGS_AT_ONCE,
            Duration.ZERO,
            sleepsAfter);
    var degradations = new Degradations(clock);
    var clients = new AiClients(builder, settings);
    var breaker = new AiBreaker(clock);
    var health = new AiHealth(degradations, clock);
    var meters = new SimpleMeterRegistry();
    var calls =
        new AiCalls(
            breaker,
            health,
            new AiWarmUp(clients, health, settings, clock),
            new AiMeters(meters, breaker, health));
    var service = new AiService(clients, calls, health, settings);
    return new AiParts(
        service, breaker, health, new AiWatch(service, health, settings), degradations, meters);
  }

  double gauge(String name, String... tags) {
    return meters.get(name).tags(tags).gauge().value();
  }

  long timed(String endpoint, String status) {
    var timer =
        meters
            .find("grocery_planner.ai_client.request.duration")
            .tags("endpoint", endpoint, "status", status)
            .timer();
    return timer == null ? 0 : timer.count();
  }
}
