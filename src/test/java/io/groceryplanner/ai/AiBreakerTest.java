package io.groceryplanner.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.groceryplanner.SettableClock;
import io.groceryplanner.ai.AiBreaker.Permit;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AiBreakerTest {

  private final SettableClock clock = new SettableClock();
  private final AiBreaker breaker = new AiBreaker(clock);

  @Test
  void theFifthFailureInsideAMinuteOpensIt() {
    for (int i = 0; i < 4; i++) {
      fail();
    }
    assertThat(breaker.state()).isEqualTo(State.CLOSED);

    clock.pass(Duration.ofMillis(59_900));
    fail();

    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(breaker.ask()).isEmpty();
  }

  @Test
  void aFifthFailureAfterMoreThanAMinuteDoesNot() {
    for (int i = 0; i < 4; i++) {
      fail();
    }
    clock.pass(Duration.ofSeconds(61));
    fail();

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.ask()).isPresent();
  }

  @Test
  void failuresThatAreSpreadOverMoreThanAMinuteDoNotAddUp() {
    for (int i = 0; i < 20; i++) {
      fail();
      clock.pass(Duration.ofSeconds(16));
    }

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void twentySuccessesBeforeDoNotHelp() {
    for (int i = 0; i < 20; i++) {
      succeed();
    }
    for (int i = 0; i < 5; i++) {
      assertThat(breaker.state()).isEqualTo(State.CLOSED);
      fail();
    }

    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void norDoSuccessesInBetween() {
    for (int i = 0; i < 5; i++) {
      IntStream.range(0, 20).forEach(_ -> succeed());
      fail();
    }

    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void itRefusesForThirtySecondsAndSaysHowLongStill() {
    open();
    assertThat(breaker.untilNextTry()).isEqualTo(Duration.ofSeconds(30));
    assertThat(breaker.nextProbe()).contains(clock.instant().plusSeconds(30));

    clock.pass(Duration.ofMillis(29_900));

    assertThat(breaker.ask()).isEmpty();
    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void afterThirtySecondsOneProbeGoesOutAndNoSecondBesideIt() {
    open();
    clock.pass(Duration.ofSeconds(30));

    assertThat(breaker.ask()).contains(new Permit(true));
    assertThat(breaker.ask()).isEmpty();
    clock.pass(Duration.ofMinutes(2));
    assertThat(breaker.ask()).as("however long the probe takes").isEmpty();
  }

  @Test
  void ofManyThatAskAtTheSameMomentOneIsTheProbe() throws Exception {
    open();
    clock.pass(Duration.ofSeconds(30));
    int many = 16;
    var together = new CyclicBarrier(many);
    Callable<Optional<Permit>> asking =
        () -> {
          together.await();
          return breaker.ask();
        };
    try (var threads = Executors.newFixedThreadPool(many)) {
      var asked = threads.invokeAll(java.util.Collections.nCopies(many, asking));

      assertThat(asked.stream().map(Future::resultNow).filter(Optional::isPresent)).hasSize(1);
    }
  }

  @Test
  void theProbesSuccessClosesItAndForgetsTheFailures() {
    open();
    clock.pass(Duration.ofSeconds(30));
    succeed();
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.nextProbe()).isEmpty();

    IntStream.range(0, 4).forEach(_ -> fail());

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void aFailedProbeOpensItForThirtySecondsMore() {
    open();
    clock.pass(Duration.ofSeconds(30));
    fail();
    assertThat(breaker.state()).isEqualTo(State.OPEN);

    clock.pass(Duration.ofMillis(29_900));
    assertThat(breaker.ask()).isEmpty();
    clock.pass(Duration.ofMillis(100));
    assertThat(breaker.ask()).isPresent();
  }

  @Test
  void aProbeWithoutVerdictLeavesItToTheNextCall() {
    open();
    clock.pass(Duration.ofSeconds(30));
    breaker.withoutVerdict(breaker.ask().orElseThrow());
    assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);

    var next = breaker.ask().orElseThrow();
    assertThat(next.isProbe()).isTrue();
    assertThat(breaker.ask()).as("still one at a time").isEmpty();
    breaker.succeeded(next);

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void callsWithoutVerdictAreNoFailures() {
    for (int i = 0; i < 20; i++) {
      breaker.withoutVerdict(breaker.ask().orElseThrow());
    }

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void whatWasSentBeforeItOpenedAndComesBackLateDecidesNothing() {
    var late = breaker.ask().orElseThrow();
    var later = breaker.ask().orElseThrow();
    var last = breaker.ask().orElseThrow();
    open();
    clock.pass(Duration.ofSeconds(30));
    var probe = breaker.ask().orElseThrow();

    breaker.succeeded(late);
    assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    breaker.failed(later, new IOException("late"));
    assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    breaker.withoutVerdict(last);
    assertThat(breaker.ask()).as("no second probe").isEmpty();

    breaker.succeeded(probe);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  private void open() {
    IntStream.range(0, 5).forEach(_ -> fail());
    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  private void fail() {
    breaker.failed(breaker.ask().orElseThrow(), new IOException("away"));
  }

  private void succeed() {
    breaker.succeeded(breaker.ask().orElseThrow());
  }
}
