package io.groceryplanner.aiservice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the AI service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(Application.class);
    // Nothing is sent anywhere unless somebody named the place to send it to.
    if (System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT") != null) {
      application.setAdditionalProfiles("telemetry");
    }
    application.run(args);
  }
}
