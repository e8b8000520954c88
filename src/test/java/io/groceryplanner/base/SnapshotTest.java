package io.groceryplanner.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotTest {

  @Test
  void one_answer_serves_all_who_ask_while_it_is_good() {
    var asked = new AtomicInteger();
    var snapshot = new Snapshot<>(Duration.ofMinutes(5), asked::incrementAndGet);

    assertThat(snapshot.get()).contains(1);
    assertThat(snapshot.get()).contains(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_source_that_fails_gives_no_answer_and_not_the_one_before() {
    var asked = new AtomicInteger();
    var snapshot =
        new Snapshot<>(
            Duration.ZERO,
            () -> {
              if (asked.incrementAndGet() > 1) {
                throw new IllegalStateException("away");
              }
              return 1;
            });

    assertThat(snapshot.get()).contains(1);
    assertThat(snapshot.get()).isEmpty();
  }

  /** Thirty gauges that each waited a moment would hold up what tells of the outage. */
  @Test
  void however_many_ask_a_source_that_hangs_they_wait_once() {
    var answer = new CountDownLatch(1);
    var snapshot =
        new Snapshot<>(
            Duration.ofMinutes(5),
            () -> {
              try {
                answer.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return "late";
            });
    try {
      var heard =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () -> IntStream.range(0, 30).filter(_ -> snapshot.get().isPresent()).count());
      assertThat(heard).isZero();
    } finally {
      answer.countDown();
    }
  }
}
