package io.groceryplanner.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Leaves out what happens all the time and tells nobody anything: probes of health, and what clocks
 * cause, such as the scheduler's look for work three times a second. A statement or a call belongs
 * to somebody's request or job, or it is not told.
 */
final class WorthTelling implements ObservationPredicate {

  private final ObservationRegistry registry;

  WorthTelling(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public boolean test(String name, Observation.Context context) {
    if (context instanceof ServerRequestObservationContext request) {
      var path = Objects.requireNonNull(request.getCarrier()).getRequestURI();
      return !path.equals("/health") && !path.startsWith("/health/");
    }
    if (name.startsWith("jdbc.") || name.equals("http.client.requests")) {
      return registry.getCurrentObservation() != null;
    }
    return !name.equals("tasks.scheduled.execution");
  }
}
