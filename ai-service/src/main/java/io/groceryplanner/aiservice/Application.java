package io.groceryplanner.aiservice;

import io.groceryplanner.telemetry.Telemetry;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts the AI service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(Telemetry.class)
public class Application {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(Application.class);
    if (Arrays.stream(args).anyMatch(arg -> arg.startsWith("--evaluate="))) {
      application.setWebApplicationType(WebApplicationType.NONE);
    }
    application.run(args);
  }
}
