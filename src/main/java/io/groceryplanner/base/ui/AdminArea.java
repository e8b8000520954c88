package io.groceryplanner.base.ui;

/**
 * Where the people who look after this installation work. A view joins by three annotations and
 * nothing else: {@code @Route(AdminArea.PREFIX + "jobs")}, {@code @RolesAllowed(AdminArea.ROLE)}
 * and a {@code @Menu} with order, message key and icon, which puts it into the area's navigation.
 */
public final class AdminArea {

  public static final String PATH = "admin";

  /** What every route of the area begins with. */
  public static final String PREFIX = PATH + "/";

  /** The role of installation admins; an architecture test finds a page that forgets it. */
  public static final String ROLE = "ADMIN";

  private AdminArea() {}
}
