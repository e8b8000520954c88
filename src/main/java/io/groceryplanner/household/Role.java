package io.groceryplanner.household;

/** What a member may do in a household; not to be confused with an installation's admin. */
public enum Role {
  OWNER,
  ADMIN,
  MEMBER
}
