package io.groceryplanner.jobs;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where work comes from, as W3C's {@code traceparent}: written down when a step is scheduled, and
 * taken up again where it runs. It says nothing of anybody.
 */
@Component
class TraceOrigin {

  private static final String TRACEPARENT = "traceparent";

  private final Tracer tracer;
  private final Propagator propagator;

  TraceOrigin(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** The trace this thread works for, if any. */
  Optional<String> current() {
    var context = tracer.currentTraceContext().context();
    if (context == null) {
      return Optional.empty();
    }
    Map<String, String> written = new HashMap<>();
    propagator.inject(
        context,
        written,
        (carrier, key, value) -> {
          if (carrier != null) {
            carrier.put(key, value);
          }
        });
    return Optional.ofNullable(written.get(TRACEPARENT));
  }

  /** Does this in a span below the origin, so that what it logs can be found with the rest. */
  void resume(@Nullable String origin, String name, Runnable work) {
    var span =
        propagator.extract(carrier(origin), (carrier, key) -> carrier.get(key)).name(name).start();
    try (var _ = tracer.withSpan(span)) {
      work.run();
    } finally {
      span.end();
    }
  }

  static Map<String, String> carrier(@Nullable Object origin) {
    return origin instanceof String written ? Map.of(TRACEPARENT, written) : Map.of();
  }
}
