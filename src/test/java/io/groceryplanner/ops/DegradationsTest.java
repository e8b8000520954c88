package io.groceryplanner.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.SettableClock;
import io.groceryplanner.ops.Degradations.Degradation;
import io.groceryplanner.ops.Degradations.Kind;
import io.groceryplanner.ops.Degradations.Part;
import io.groceryplanner.ops.Health.Report;
import io.groceryplanner.ops.Health.Status;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DegradationsTest {

  private final SettableClock clock = new SettableClock();
  private final Degradations degradations = new Degradations(clock);

  @Test
  void whatDoesNotWakeHasBeenAwaySinceItWasFirstMissed() {
    var first = clock.instant();
    degradations.report(Part.AI_SERVICE, Kind.WAKING);
    assertThat(degradations.isAway(Part.AI_SERVICE)).isFalse();
    clock.pass(Duration.ofMinutes(5));
    degradations.report(Part.AI_SERVICE);

    assertThat(degradations.list())
        .containsExactly(new Degradation(Part.AI_SERVICE, Kind.AWAY, first));
  }

  @Test
  void listenersHearOfChangesOnlyAndOneThatFailsHoldsNobodyUp() {
    var heard = new AtomicInteger();
    degradations.subscribe(() -> {
      throw new IllegalStateException("a broken screen");
    });
    var listening = degradations.subscribe(heard::incrementAndGet);
    degradations.report(Part.MAIL);
    degradations.report(Part.MAIL);
    degradations.clear(Part.MAIL);
    degradations.clear(Part.MAIL);
    listening.end();
    degradations.report(Part.MAIL);

    assertThat(heard).hasValue(2);
  }

  @Test
  void whatAnotherReplicaMayLookAtNextIsForgottenUnlessItIsSaidAgain() {
    degradations.reportFor(Part.MAIL, Duration.ofMinutes(3));
    clock.pass(Duration.ofMinutes(2));
    degradations.reportFor(Part.MAIL, Duration.ofMinutes(3));
    clock.pass(Duration.ofMinutes(2));
    degradations.forget();
    assertThat(degradations.isAway(Part.MAIL)).isTrue();

    clock.pass(Duration.ofMinutes(1));
    degradations.forget();
    assertThat(degradations.list()).isEmpty();
  }

  @Test
  void healthNamesWhatIsAwayAndIsDownOnlyWithoutTheDatabase() {
    var health = new Health(degradations);
    degradations.report(Part.AI_SERVICE, Kind.WAKING);
    assertThat(health.report()).as("waking is fine").isEqualTo(new Report(Status.OK, Set.of()));

    degradations.report(Part.AI_SERVICE);
    degradations.report(Part.STORAGE);
    assertThat(health.report())
        .isEqualTo(new Report(Status.DEGRADED, Set.of(Part.AI_SERVICE, Part.STORAGE)));

    degradations.report(Part.DATABASE);
    assertThat(health.report().status()).isEqualTo(Status.DOWN);
  }

  @Test
  void metersSayWhatIsAway() {
    var meters = new SimpleMeterRegistry();
    new DegradationMeters(degradations, meters);
    degradations.report(Part.STORAGE);
    degradations.report(Part.AI_SERVICE, Kind.WAKING);

    for (var part : Part.values()) {
      var gauge =
          meters
              .get("grocery_planner.degradation")
              .tag("part", part.name().toLowerCase(java.util.Locale.ROOT))
              .gauge();
      assertThat(gauge.value()).as(part.name()).isEqualTo(part == Part.STORAGE ? 1 : 0);
    }
  }
}
