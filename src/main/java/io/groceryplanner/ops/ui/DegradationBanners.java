package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.html.Div;
import io.groceryplanner.base.CurrentPerson;
import io.groceryplanner.base.ui.AdminBanner;
import io.groceryplanner.ops.Degradations;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Offers the degradation banner to the main layout. */
@Component
class DegradationBanners implements AdminBanner {

  private final Degradations degradations;
  private final CurrentPerson person;
  private final Clock clock;

  DegradationBanners(Degradations degradations, CurrentPerson person, Clock clock) {
    this.degradations = degradations;
    this.person = person;
    this.clock = clock;
  }

  @Override
  public Div create() {
    return new DegradationBanner(degradations, clock, person.timeZone());
  }
}
