package io.groceryplanner.shell;

import com.vaadin.flow.component.html.Div;
import io.groceryplanner.base.ui.AdminBanner;
import java.util.stream.Stream;

/** The place on top of every page where modules tell admins that something is away. */
class BannerSlot extends Div {

  BannerSlot(Stream<AdminBanner> banners) {
    addClassName("banners");
    banners.forEach(banner -> add(banner.create()));
  }
}
