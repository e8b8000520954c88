package io.groceryplanner.jobs;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * A span and a timer for every run of a job, since nothing else gives it one; below the span of
 * what scheduled it, so that a click and all that follows are one trace.
 */
@Component
class JobSpans implements ExecutionInterceptor {

  private final ObservationRegistry observations;

  JobSpans(ObservationRegistry observations) {
    this.observations = observations;
  }

  @Override
  public CompletionHandler<?> execute(
      TaskInstance<?> instance, ExecutionContext execution, ExecutionChain chain) {
    var name = instance.getTaskName();
    var origin =
        new ReceiverContext<Map<String, String>>((carrier, key) -> carrier.get(key), Kind.CONSUMER);
    origin.setCarrier(TraceOrigin.carrier(instance.getData()));
    try (var _ = MDC.putCloseable("job", name)) {
      return requireNonNull(
          Observation.createNotStarted("grocery_planner.job", () -> origin, observations)
              .contextualName("job " + name)
              .lowCardinalityKeyValue("job_name", name)
              .observe(() -> chain.proceed(instance, execution)));
    }
  }
}
