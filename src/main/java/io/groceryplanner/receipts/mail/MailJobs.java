package io.groceryplanner.receipts.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks into the mailbox from time to time, on one replica at a time. */
@Configuration
class MailJobs {

  @Bean
  RecurringTask<Void> mailIntakeTask(MailIntake intake, MailSettings settings) {
    return Tasks.recurring("mail-intake", FixedDelay.of(settings.every()))
        .execute((_, _) -> intake.look());
  }
}
