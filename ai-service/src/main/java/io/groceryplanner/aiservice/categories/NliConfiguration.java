package io.groceryplanner.aiservice.categories;

import io.groceryplanner.aiservice.base.Installation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether there is a model of natural language inference, which is known only at the start. */
@Configuration(proxyBeanMethods = false)
class NliConfiguration {

  @Bean
  @Nullable Entailment entailment(
      @Value("${ai.nli.model:}") String folder, Installation installation) {
    return folder.isBlank() ? null : new Entailment(Path.of(folder.strip()), installation);
  }
}
