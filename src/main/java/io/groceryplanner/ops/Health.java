package io.groceryplanner.ops;

import io.groceryplanner.ops.Degradations.Degradation;
import io.groceryplanner.ops.Degradations.Part;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What works and what does not, without asking anybody: all of it is known from looks and use. */
@Component
public class Health {

  public enum Status {
    OK,
    /** Something is away, and the rest goes on. */
    DEGRADED,
    /** Without the database nothing goes on. */
    DOWN
  }

  /**
   * @param away the parts that are away
   */
  public record Report(Status status, Set<Part> away) {}

  private final Degradations degradations;

  Health(Degradations degradations) {
    this.degradations = degradations;
  }

  public Report report() {
    var away = new TreeSet<Part>();
    degradations.list().stream()
        .filter(found -> found.kind() == Degradations.Kind.AWAY)
        .map(Degradation::part)
        .forEach(away::add);
    var status =
        away.isEmpty() ? Status.OK : away.contains(Part.DATABASE) ? Status.DOWN : Status.DEGRADED;
    return new Report(status, away);
  }
}
