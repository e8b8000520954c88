package io.groceryplanner.inventory;

import com.github.kagkarlsson.scheduler.task.Task;
import io.groceryplanner.jobs.DurableSteps;
import io.groceryplanner.jobs.RetryPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The backfill as a durable step; given up, it stands as stopped and can be resumed. */
@Configuration
class EmbeddingBackfillJob {

  @Bean
  Task<String> embeddingBackfillTask(
      DurableSteps steps, EmbeddingBackfill backfill, BackfillState state) {
    return steps.declare(
        EmbeddingBackfill.TASK,
        RetryPolicy.STANDARD,
        _ -> backfill.goOn(),
        _ -> state.change(BackfillState.State.RUNNING, BackfillState.State.STOPPED));
  }
}
