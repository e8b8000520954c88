package io.groceryplanner.ops;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep how long entries of the audit log are kept, at least 30 days
 */
@ConfigurationProperties("planner.audit")
record AuditSettings(@DefaultValue("730d") Duration keep) {

  private static final Duration LEAST = Duration.ofDays(30);

  AuditSettings {
    if (keep.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "planner.audit.keep (AUDIT_LOG_KEPT_FOR) is " + keep.toDays() + " days; 30 is the least");
    }
  }
}
