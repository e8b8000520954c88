package io.groceryplanner.ai;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where ai-service is and how long it may take.
 *
 * @param url {@code AI_SERVICE_URL}
 * @param personTimeout for what a person waits for, at most 5 s: then the catalogue has to do
 * @param jobTimeout for what a job asks
 * @param readingTimeout for reading a receipt, at most 180 s: an ingress gives up after 240
 * @param readingsAtOnce how many readings this replica has under way; others go on beside them
 * @param lookEvery how often to look whether it is there; zero leaves that to the calls people
 *     cause
 * @param sleepsAfter {@code AI_SLEEPS_AFTER}: how long nobody must have asked for it to be scaled
 *     to zero. Zero says that it always runs; then it is looked at regularly, which would keep one
 *     that sleeps awake.
 */
@ConfigurationProperties("planner.ai")
record AiSettings(
    @DefaultValue("http://localhost:8000") URI url,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("5s") Duration personTimeout,
    @DefaultValue("30s") Duration jobTimeout,
    @DefaultValue("60s") Duration readingTimeout,
    @DefaultValue("4") int readingsAtOnce,
    @DefaultValue("2s") Duration lookEvery,
    @DefaultValue("0s") Duration sleepsAfter) {

  private static final Duration LONGEST_FOR_A_PERSON = Duration.ofSeconds(5);
  private static final Duration LONGEST_READING = Duration.ofSeconds(180);

  AiSettings {
    atMost("person-timeout", personTimeout, LONGEST_FOR_A_PERSON);
    atMost("reading-timeout", readingTimeout, LONGEST_READING);
  }

  boolean maySleep() {
    return sleepsAfter.isPositive();
  }

  private static void atMost(String name, Duration given, Duration longest) {
    if (!given.isPositive() || given.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "planner.ai.%s must be more than 0 s and at most %d s, not %s"
              .formatted(name, longest.toSeconds(), given));
    }
  }
}
