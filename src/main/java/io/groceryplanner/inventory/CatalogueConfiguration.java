package io.groceryplanner.inventory;

import io.groceryplanner.catalogue.Groceries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue is plain Java, shared with ai-service; this makes it one bean. */
@Configuration
class CatalogueConfiguration {

  @Bean
  Groceries groceries() {
    return Groceries.load();
  }
}
