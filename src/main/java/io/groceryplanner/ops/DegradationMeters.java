package io.groceryplanner.ops;

import io.groceryplanner.ops.Degradations.Part;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells alerts what is away: 1 for a part that is, 0 for one that is there or only waking. */
@Component
class DegradationMeters {

  DegradationMeters(Degradations degradations, MeterRegistry meters) {
    for (var part : Part.values()) {
      Gauge.builder("grocery_planner.degradation", () -> degradations.isAway(part) ? 1 : 0)
          .description("Whether a part is away, as this replica sees it")
          .tag("part", part.name().toLowerCase(Locale.ROOT))
          .register(meters);
    }
  }
}
