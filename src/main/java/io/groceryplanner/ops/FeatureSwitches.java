package io.groceryplanner.ops;

import io.groceryplanner.base.UserId;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.ops.Degradations.Subscription;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an installation admin can turn off and on while everything runs. Every replica hears of a
 * change at once, through the database's notices; asking costs nothing.
 */
@Service
public class FeatureSwitches {

  private static final Logger log = LoggerFactory.getLogger(FeatureSwitches.class);
  private static final String TOPIC = "switches";

  /** One switch; its name with {@code _ENABLED} is what the environment calls its default. */
  public enum Switch {
    RECEIPT_PROCESSING,
    AI_CATEGORIZATION,
    SEMANTIC_SEARCH;

    public String environmentName() {
      return name() + "_ENABLED";
    }
  }

  /**
   * @param by the name of who changed it, while there is such a user
   */
  public record Change(Optional<String> by, Instant at) {}

  /**
   * @param change the last one; none while it stands as the environment says
   */
  public record Setting(Switch which, boolean on, Optional<Change> change) {}

  private final FeatureSettings defaults;
  private final JdbcClient jdbc;
  private final ChangeNotices notices;
  private final AuditLog audit;
  private final Clock clock;
  private final Listeners listeners = new Listeners();
  private volatile Map<Switch, Setting> current = Map.of();

  FeatureSwitches(
      FeatureSettings defaults,
      JdbcClient jdbc,
      ChangeNotices notices,
      AuditLog audit,
      Clock clock) {
    this.defaults = defaults;
    this.jdbc = jdbc;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  @PostConstruct
  void start() {
    current = read();
    notices.subscribe(
        ChangeNotice.INSTALLATION,
        notice -> {
          if (notice.isAbout(TOPIC)) {
            readAgain();
          }
        });
  }

  public boolean isOn(Switch which) {
    var setting = current.get(which);
    return setting == null ? byDefault(which) : setting.on();
  }

  public List<Setting> list() {
    return Arrays.stream(Switch.values())
        .map(which ->
            current.getOrDefault(which, new Setting(which, byDefault(which), Optional.empty())))
        .toList();
  }

  /** Takes effect with the commit, everywhere. */
  @Transactional
  public void turn(Switch which, boolean on, UserId by) {
    jdbc.sql(
            """
            insert into feature_switch (name, is_on, changed_by, changed_at) values (?, ?, ?, ?)
            on conflict (name) do update
              set is_on = excluded.is_on, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at
            """)
        .params(which.name(), on, by.value(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit.write(
        AuditAct.SWITCH_CHANGED, by, which.environmentName(), word(isOn(which)) + " → " + word(on));
    notices.publish(new ChangeNotice(ChangeNotice.INSTALLATION, TOPIC, which.name()));
    log.info("{} is turned {} by user {}", which, word(on), by);
  }

  private static String word(boolean on) {
    return on ? "on" : "off";
  }

  /** Calls the listener after each change, on another thread. */
  public Subscription subscribe(Runnable listener) {
    return listeners.subscribe(listener);
  }

  private void readAgain() {
    try {
      current = read();
    } catch (DataAccessException e) {
      // When the notices are back after the outage, they say that anything may have changed.
      log.warn("The switches could not be read, they stay as they are: {}", e.toString());
      return;
    }
    listeners.tell();
  }

  private Map<Switch, Setting> read() {
    var found = new EnumMap<Switch, Setting>(Switch.class);
    jdbc.sql(
            """
            select s.name, s.is_on, s.changed_at, u.name as by
            from feature_switch s left join app_user u on u.id = s.changed_by
            where s.name = any(?)
            """)
        // A newer release, rolled back since, may have left others.
        .param(Arrays.stream(Switch.values()).map(Enum::name).toArray(String[]::new))
        .query((row, _) ->
            new Setting(
                Switch.valueOf(row.getString("name")),
                row.getBoolean("is_on"),
                Optional.of(
                    new Change(
                        Optional.ofNullable(row.getString("by")),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))))
        .list()
        .forEach(setting -> found.put(setting.which(), setting));
    return found;
  }

  private boolean byDefault(Switch which) {
    return switch (which) {
      case RECEIPT_PROCESSING -> defaults.receiptProcessing();
      case AI_CATEGORIZATION -> defaults.aiCategorization();
      case SEMANTIC_SEARCH -> defaults.semanticSearch();
    };
  }
}
