package io.groceryplanner.base.ui;

/** How many things wait behind a menu entry; a feature offers it as a bean. */
public interface MenuCount {

  /** The path of the menu entry it stands on. */
  String path();

  /** Asked on every navigation of a signed-in person; 0 shows nothing. */
  int now();
}
