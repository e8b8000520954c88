package io.groceryplanner.ops;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets old entries of the audit log go, every night. */
@Configuration
class AuditRetention {

  private static final Logger log = LoggerFactory.getLogger(AuditRetention.class);

  private static final LocalTime AT_NIGHT = LocalTime.of(3, 50);

  @Bean
  RecurringTask<Void> auditRetentionTask(AuditLog audit) {
    return Tasks.recurring("audit-retention", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
        .execute((_, _) -> log.info("{} old entries of the audit log went", audit.forgetOld()));
  }
}
