package io.groceryplanner.live;

import io.groceryplanner.base.HouseholdId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears PostgreSQL's notices on a connection of its own, and comes back after the database was
 * away.
 */
@Component
class NoticeListener implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(NoticeListener.class);
  private static final Duration PAUSE_AFTER_LOSS = Duration.ofSeconds(2);
  private static final int LOOK_AGAIN_MILLIS = 5_000;

  private final JdbcConnectionDetails database;
  private final ChangeNotices notices;
  private volatile CountDownLatch stopping = new CountDownLatch(0);
  private volatile @org.jspecify.annotations.Nullable Connection connection;

  NoticeListener(JdbcConnectionDetails database, ChangeNotices notices) {
    this.database = database;
    this.notices = notices;
  }

  @Override
  public void start() {
    var ending = new CountDownLatch(1);
    stopping = ending;
    Thread.ofPlatform().daemon().name("change-notices").start(() -> listenUntil(ending));
  }

  @Override
  public void stop() {
    stopping.countDown();
    var open = connection;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        log.debug("The notice connection was gone already", e);
      }
    }
  }

  @Override
  public boolean isRunning() {
    return stopping.getCount() > 0;
  }

  private void listenUntil(CountDownLatch ending) {
    var wasLost = false;
    while (ending.getCount() > 0) {
      try (var opened = connect()) {
        connection = opened;
        try (var statement = opened.createStatement()) {
          statement.execute("listen " + ChangeNotices.CHANNEL);
        }
        if (wasLost) {
          notices.deliverToAll();
        }
        hear(opened, ending);
      } catch (SQLException e) {
        if (ending.getCount() > 0 && !wasLost) {
          log.warn("Live notices are interrupted: {}", e.getMessage());
        }
        wasLost = true;
        pause(ending);
      }
    }
  }

  private void hear(Connection opened, CountDownLatch ending) throws SQLException {
    var source = opened.unwrap(PGConnection.class);
    while (ending.getCount() > 0) {
      for (var notification : source.getNotifications(LOOK_AGAIN_MILLIS)) {
        var parts = notification.getParameter().split(" ", 3);
        notices.deliver(
            new ChangeNotice(new HouseholdId(UUID.fromString(parts[0])), parts[1], parts[2]));
      }
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", String.valueOf(database.getUsername()));
    properties.setProperty("password", String.valueOf(database.getPassword()));
    properties.setProperty("ApplicationName", "grocery-planner-notices");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(database.getJdbcUrl(), properties);
  }

  private static void pause(CountDownLatch ending) {
    try {
      ending.await(PAUSE_AFTER_LOSS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
