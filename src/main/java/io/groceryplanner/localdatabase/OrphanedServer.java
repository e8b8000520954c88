package io.groceryplanner.localdatabase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that its launcher could not stop, for instance because that was killed. */
final class OrphanedServer {

  private OrphanedServer() {}

  /**
   * Stops the server of this data folder if one runs, and waits until it is gone.
   *
   * @throws IOException when it does not stop within 30 s
   */
  static void stop(Path dataFolder) throws IOException {
    var pidFile = dataFolder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
      return;
    }
    var process =
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
            .filter(found -> found.info().command().orElse("").endsWith("postgres"));
    if (process.isEmpty()) {
      return;
    }
    // SIGINT is PostgreSQL's fast shutdown; Java itself can only send SIGTERM, which waits for
    // clients.
    new ProcessBuilder("kill", "-INT", Long.toString(process.get().pid())).start();
    try {
      process.get().onExit().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while an earlier database server stopped", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("An earlier database server does not stop", e);
    }
  }
}
