package io.groceryplanner.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses where files live. */
@Configuration
@EnableConfigurationProperties(StorageConfiguration.Settings.class)
class StorageConfiguration {

  /**
   * @param folder the folder of the local store
   */
  @ConfigurationProperties("planner.storage")
  record Settings(Path folder) {}

  @Bean
  FileStore fileStore(Settings settings) throws IOException {
    return new LocalFileStore(settings.folder());
  }
}
