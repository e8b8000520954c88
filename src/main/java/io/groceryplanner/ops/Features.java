package io.groceryplanner.ops;

import io.groceryplanner.ops.Degradations.Degradation;
import io.groceryplanner.ops.Degradations.Subscription;
import io.groceryplanner.ops.FeatureSwitches.Switch;
import org.springframework.stereotype.Component;

/** Whether features work at this moment: their switches, and what they need. */
@Component
public class Features {

  private final FeatureSwitches switches;
  private final Degradations degradations;

  Features(FeatureSwitches switches, Degradations degradations) {
    this.switches = switches;
    this.degradations = degradations;
  }

  /** How it is about a feature. */
  public sealed interface Availability {
    record Available() implements Availability {}

    /** By an admin, until one switches it on. */
    record SwitchedOff() implements Availability {}

    /** By itself, for a while. */
    record Away(Degradation because) implements Availability {}
  }

  public Availability of(Feature feature) {
    if (!isOn(feature)) {
      return new Availability.SwitchedOff();
    }
    return degradations.list().stream()
        .filter(degradation -> feature.needs(degradation.part()))
        .findFirst()
        .<Availability>map(Availability.Away::new)
        .orElseGet(Availability.Available::new);
  }

  /** Whether it is wanted; what it needs may be away all the same. */
  public boolean isOn(Feature feature) {
    return feature.behind().map(this::isOn).orElse(true);
  }

  private boolean isOn(Switch which) {
    return switches.isOn(which);
  }

  /** Calls the listener after each change, on some thread. */
  public Subscription subscribe(Runnable listener) {
    var away = degradations.subscribe(listener);
    var off = switches.subscribe(listener);
    return () -> {
      away.end();
      off.end();
    };
  }
}
