package io.groceryplanner.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.SettableClock;
import io.groceryplanner.ops.Circuit;
import io.groceryplanner.ops.Degradations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an open screen hears of the circuit. */
class AiCircuitTest {

  private final SettableClock clock = new SettableClock();
  private final AiBreaker breaker = new AiBreaker(clock);
  private final AiHealth health = new AiHealth(new Degradations(clock), clock);
  private final Circuit circuit = new AiCircuit(breaker, health);

  /** What it says at the moment it tells. */
  private final List<Integer> heard = new ArrayList<>();

  @Test
  void eachFailureIsToldThoughTheCircuitStaysClosedAndSoIsTheirEnd() {
    circuit.subscribe(() -> heard.add(circuit.failuresInARow()));

    health.failed();
    health.failed();
    health.answered();
    health.answered();

    assertThat(heard).containsExactly(1, 2, 0);
    assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
  }

  @Test
  void aChangeOfStateIsToldAndNothingAfterTheSubscriptionsEnd() {
    var states = new ArrayList<Circuit.State>();
    var subscription = circuit.subscribe(() -> states.add(circuit.state()));

    for (int i = 0; i < 5; i++) {
      breaker.ask().ifPresent(permit -> breaker.failed(permit, new IOException("away")));
    }
    subscription.end();
    health.failed();

    assertThat(states).containsExactly(Circuit.State.OPEN);
  }

  @Test
  void aScreenThatBreaksKeepsNobodyFromWorking() {
    circuit.subscribe(() -> {
      throw new IllegalStateException("closed long ago");
    });
    circuit.subscribe(() -> heard.add(circuit.failuresInARow()));

    health.failed();

    assertThat(heard).containsExactly(1);
  }
}
