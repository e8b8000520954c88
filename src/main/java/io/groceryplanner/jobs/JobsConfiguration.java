package io.groceryplanner.jobs;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How db-scheduler is set up here. */
@Configuration
class JobsConfiguration {

  @Bean
  DbSchedulerCustomizer schedulerCustomizer() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<SchedulerName> schedulerName() {
        // A host name would be the same after a restart, and a dead run would look alive.
        return Optional.of(new SchedulerName.Fixed("web-" + UUID.randomUUID()));
      }

      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(new OriginText());
      }
    };
  }
}
