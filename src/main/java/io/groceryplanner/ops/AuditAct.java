package io.groceryplanner.ops;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is worth keeping in the {@link AuditLog}. */
public enum AuditAct {
  SWITCH_CHANGED(Area.ADMINISTRATION),
  JOB_RETRIED(Area.ADMINISTRATION),
  JOB_CANCELLED(Area.ADMINISTRATION),
  JOB_RESTORED(Area.ADMINISTRATION),
  RECEIPT_RETRIED(Area.ADMINISTRATION),
  FILES_CHECKED(Area.ADMINISTRATION),
  BACKFILL_STARTED(Area.ADMINISTRATION),
  BACKFILL_STOPPED(Area.ADMINISTRATION),
  SIGN_IN_FAILED(Area.SECURITY),
  TOKEN_MADE(Area.SECURITY),
  TOKEN_REVOKED(Area.SECURITY),
  ROLE_CHANGED(Area.SECURITY),
  HOUSEHOLD_REMOVED(Area.SECURITY);

  /** Whose acts these are: the admins', or anybody's that concern security. */
  public enum Area {
    ADMINISTRATION,
    SECURITY;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    List<AuditAct> acts() {
      return Arrays.stream(AuditAct.values()).filter(act -> act.area == this).toList();
    }
  }

  private final Area area;

  AuditAct(Area area) {
    this.area = area;
  }

  public Area area() {
    return area;
  }

  /** The end of its message key, such as {@code switch-changed}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
