package io.groceryplanner.base.ui;

import com.vaadin.flow.component.Component;

/** Something admins see on top of every page; a module offers it as a bean. */
public interface AdminBanner {

  /** A new banner for one screen, which shows, hides and refreshes itself while attached. */
  Component create();
}
