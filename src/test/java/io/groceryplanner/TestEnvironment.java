package io.groceryplanner;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the application what {@code ./planner run} would put into its environment. */
class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, Object> environment = new HashMap<>(TestDatabase.get().environment());
    environment.put("PLANNER_DATA", TestDatabase.folder().resolve("data").toString());
    environment.put("AI_SERVICE_URL", StandInAi.get().url());
    environment.put("ADMIN_EMAILS", "admin@example.org");
    environment.put("planner.ai.look-every", "0s");
    // All tests sign up from one address.
    environment.put("planner.sign-ups-per-minute", "100000");
    // Without a mailbox behind it: what is looked into is up to each test.
    environment.put("MAIL_INTAKE_ADDRESS", "receipts@example.org");
    // So that a receipt is through in a moment; nothing asserts on time.
    environment.put("db-scheduler.polling-interval", "200ms");
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test environment", environment));
  }
}
