package io.groceryplanner.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.ui.AdminArea;
import jakarta.annotation.security.RolesAllowed;

/** Leads on to the first page of the admin area. */
@Route(AdminArea.PATH)
@RolesAllowed(AdminArea.ROLE)
class AdminStart extends Div implements BeforeEnterObserver {

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    event.forwardTo(NavEntry.adminPages().getFirst().path());
  }
}
