package io.groceryplanner.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.groceryplanner.SettableClock;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Part;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AiBreakerTest {

  private final SettableClock clock = new SettableClock();
  private final Degradations degradations = new Degradations(clock);
  private final AiBreaker breaker = new AiBreaker(clock, degradations);

  @Test
  void theFifthFailureInsideAMinuteOpensIt() {
    for (int i = 0; i < 4; i++) {
      fail();
      clock.pass(Duration.ofSeconds(10));
    }
    assertThat(breaker.state()).isEqualTo(State.CLOSED);

    fail();

    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(breaker.letsThrough()).isFalse();
  }

  @Test
  void successesInBetweenDoNotHideTheFailures() {
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 20; j++) {
        succeed();
      }
      fail();
    }

    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void failuresFurtherApartThanAMinuteDoNotAddUp() {
    for (int i = 0; i < 5; i++) {
      fail();
      clock.pass(Duration.ofSeconds(16));
    }

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void afterThirtySecondsOneProbeGoesOutAndItsSuccessClosesIt() {
    open();
    clock.pass(Duration.ofSeconds(29));
    assertThat(breaker.letsThrough()).isFalse();

    clock.pass(Duration.ofSeconds(1));
    assertThat(breaker.letsThrough()).isTrue();
    assertThat(breaker.letsThrough()).as("a second call beside the probe").isFalse();
    breaker.succeeded();

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(degradations.isAway(Part.AI_SERVICE)).isFalse();
  }

  @Test
  void aFailedProbeOpensItAgain() {
    open();
    clock.pass(Duration.ofSeconds(30));
    assertThat(breaker.letsThrough()).isTrue();
    breaker.failed(new IOException("still away"));

    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(degradations.isAway(Part.AI_SERVICE)).isTrue();
  }

  @Test
  void beingBusyIsNoFailure() {
    for (int i = 0; i < 20; i++) {
      assertThat(breaker.letsThrough()).isTrue();
      breaker.busy();
    }

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  private void open() {
    for (int i = 0; i < 5; i++) {
      fail();
    }
  }

  private void fail() {
    assertThat(breaker.letsThrough()).isTrue();
    breaker.failed(new IOException("away"));
  }

  private void succeed() {
    assertThat(breaker.letsThrough()).isTrue();
    breaker.succeeded();
  }
}
