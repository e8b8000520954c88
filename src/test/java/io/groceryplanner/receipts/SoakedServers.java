package io.groceryplanner.receipts;

import io.groceryplanner.StandInAi;
import io.groceryplanner.localdatabase.LocalDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A database that stays, and the two services that are killed: as packaged with a real ai-service,
 * or as compiled with one that plays back recorded answers and is not killed.
 */
final class SoakedServers implements AutoCloseable {

  private final Path folder;
  private final boolean packaged;
  private final LocalDatabase database;
  private final int webPort;
  private final int aiPort;
  private Optional<ServerProcess> web = Optional.empty();
  private Optional<ServerProcess> ai = Optional.empty();

  SoakedServers(Path folder, boolean packaged) throws IOException {
    this.folder = folder;
    this.packaged = packaged;
    this.webPort = ServerProcess.freePort();
    this.aiPort = ServerProcess.freePort();
    this.database = LocalDatabase.start(folder.resolve("database"));
  }

  int webPort() {
    return webPort;
  }

  boolean hasAiToKill() {
    return packaged;
  }

  Path files() {
    return folder.resolve("files");
  }

  /** Launches the web application; it is healthy a while later. */
  ServerProcess launchWeb() throws IOException {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PLANNER_DATA", folder.toString());
    environment.put(
        "AI_SERVICE_URL", packaged ? "http://127.0.0.1:" + aiPort : StandInAi.get().url());
    environment.put("APP_SECRET", "of this test");
    // A dead run is found after four missed beats; the product's five seconds would only take
    // longer.
    environment.put("DB_SCHEDULER_HEARTBEAT_INTERVAL", "1s");
    var log = folder.resolve("web.log");
    var launched =
        packaged
            ? ServerProcess.packagedWeb(environment, webPort, log)
            : ServerProcess.compiledWeb(environment, webPort, log);
    web = Optional.of(launched);
    return launched;
  }

  ServerProcess launchedWeb() {
    return web.orElseThrow();
  }

  void launchAi() throws IOException {
    if (packaged) {
      ai = Optional.of(ServerProcess.packagedAi(aiPort, folder.resolve("ai-service.log")));
    }
  }

  void awaitHealth() {
    ai.ifPresent(ServerProcess::awaitHealth);
    web.ifPresent(ServerProcess::awaitHealth);
  }

  void killAi() {
    ai.ifPresent(ServerProcess::kill);
  }

  @Override
  public void close() throws IOException {
    web.ifPresent(ServerProcess::kill);
    killAi();
    database.close();
  }
}
