package io.groceryplanner.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Series are bounded, whatever comes in from outside. */
class LabelLimitTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  LabelLimitTest() {
    meters.config().meterFilter(new LabelLimit(3));
  }

  @Test
  void valuesAfterTheFirstFewAreToldTogether() {
    for (int i = 0; i < 1_000; i++) {
      meters.counter("visits", "page", "p" + i, "method", "GET").increment();
    }

    assertThat(meters.getMeters().stream().map(LabelLimitTest::page).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("p0", "p1", "p2", LabelLimit.OTHER);
    assertThat(meters.get("visits").tag("page", LabelLimit.OTHER).counter().count()).isEqualTo(997);
  }

  @Test
  void aKnownValueIsStillKnownAfterwards() {
    for (var page : new String[] {"a", "b", "c", "d", "a"}) {
      meters.counter("visits", "page", page).increment();
    }

    assertThat(meters.get("visits").tag("page", "a").counter().count()).isEqualTo(2);
  }

  @Test
  void oneMetersValuesDoNotUseUpAnothers() {
    for (int i = 0; i < 10; i++) {
      meters.counter("visits", "page", "p" + i);
    }
    meters.counter("errors", "page", "p9");

    assertThat(meters.get("errors").tag("page", "p9").counter()).isNotNull();
  }

  private static String page(Meter meter) {
    return String.valueOf(meter.getId().getTag("page"));
  }
}
