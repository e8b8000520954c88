package io.groceryplanner.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the history of jobs short. */
@Configuration
class JobHistoryRetention {

  @Bean
  RecurringTask<Void> jobHistoryRetentionTask(JobHistory history) {
    return Tasks.recurring("job-history-retention", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((_, _) -> history.forgetOld());
  }
}
