package io.groceryplanner.ops.ui;

import io.groceryplanner.base.ui.AdminBanner;
import io.groceryplanner.ops.Degradations;
import org.springframework.stereotype.Component;

/** Offers the degradation banner to the main layout. */
@Component
class DegradationBanners implements AdminBanner {

  private final Degradations degradations;

  DegradationBanners(Degradations degradations) {
    this.degradations = degradations;
  }

  @Override
  public com.vaadin.flow.component.Component create() {
    return new DegradationBanner(degradations);
  }
}
