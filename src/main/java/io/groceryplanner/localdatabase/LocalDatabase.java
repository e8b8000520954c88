package io.groceryplanner.localdatabase;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/**
 * The newcomer's own PostgreSQL 16: binaries from Maven artifacts, data in a folder, settings safe
 * for a household's data.
 *
 * <p>The server listens on the loopback only, on a port that is kept with the data, and asks for a
 * password that is made on the first start. A server left behind by a killed launcher is stopped
 * first; a start after a crash is tried twice, since recovery may take longer than the first wait.
 */
public final class LocalDatabase implements AutoCloseable {

  static final String DATABASE = "planner";
  private static final String BINARIES = "postgres-binaries";

  private final EmbeddedPostgres server;
  private final LocalCredentials credentials;

  private LocalDatabase(EmbeddedPostgres server, LocalCredentials credentials) {
    this.server = server;
    this.credentials = credentials;
  }

  /**
   * Starts the server on this folder, or makes a new database in it.
   *
   * @throws IOException when the server does not come up, with the reason
   */
  public static LocalDatabase start(Path folder) throws IOException {
    Files.createDirectories(folder);
    OrphanedServer.stop(folder.resolve("postgres"));
    var credentials = LocalCredentials.keptIn(folder);
    EmbeddedPostgres server;
    try {
      server = launch(folder, credentials);
    } catch (IOException | IllegalStateException firstFailure) {
      OrphanedServer.stop(folder.resolve("postgres"));
      // A start that was cut short may have left them half unpacked.
      FileUtils.deleteDirectory(folder.resolve(BINARIES).toFile());
      try {
        server = launch(folder, credentials);
      } catch (IOException | IllegalStateException secondFailure) {
        secondFailure.addSuppressed(firstFailure);
        throw new IOException(
            "PostgreSQL did not start in " + folder + ": " + secondFailure.getMessage(),
            secondFailure);
      }
    }
    var database = new LocalDatabase(server, credentials);
    try {
      new LocalRoles(server, credentials).prepare(DATABASE, folder.resolve("postgres"));
    } catch (SQLException e) {
      database.close();
      throw new IOException("The roles of the database could not be prepared", e);
    }
    return database;
  }

  private static EmbeddedPostgres launch(Path folder, LocalCredentials credentials)
      throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setOverrideWorkingDirectory(folder.resolve(BINARIES).toFile())
        .setPort(keptPort(folder.resolve("postgres.port")))
        // The library's own defaults are for tests and lose data in a crash.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "60")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "''")
        .setServerConfig("timezone", "UTC")
        .setLocaleConfig("locale", "C")
        .setConnectConfig("password", credentials.superuserPassword())
        .setPGStartupWait(Duration.ofSeconds(30))
        .setErrorRedirector(
            ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile()))
        .setOutputRedirector(
            ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile()))
        .start();
  }

  /** The port kept with the data: a server orphaned on it can be found and stopped. */
  private static int keptPort(Path file) throws IOException {
    if (Files.exists(file)) {
      return Integer.parseInt(Files.readString(file).strip());
    }
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(file, Integer.toString(probe.getLocalPort()));
      return probe.getLocalPort();
    }
  }

  /** What the web application needs in its environment to use this server. */
  public Map<String, String> environment() {
    return Map.of(
        "DATABASE_URL", jdbcUrl(),
        "DATABASE_USERNAME", LocalRoles.RUNTIME,
        "DATABASE_PASSWORD", credentials.runtimePassword(),
        "DATABASE_OWNER_USERNAME", LocalRoles.OWNER,
        "DATABASE_OWNER_PASSWORD", credentials.ownerPassword());
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /**
   * Runs the database until it is told to stop or its launcher is gone, so that it never outlives
   * it. Writes the environment to the file named second once it is ready.
   */
  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]);
    var environmentFile = Path.of(args[1]);
    var launcher = ProcessHandle.current().parent().orElseThrow();
    var database = start(folder);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  try {
                    database.close();
                  } catch (IOException e) {
                    System.err.println("The database did not stop cleanly: " + e.getMessage());
                  }
                }));
    OwnerOnlyFile.write(environmentFile, asShellVariables(database.environment()));
    launcher.onExit().join();
    System.exit(0);
  }

  private static String asShellVariables(Map<String, String> environment) {
    var lines = new StringBuilder();
    environment.forEach(
        (name, value) -> lines.append(name).append("='").append(value).append("'\n"));
    return lines.toString();
  }
}
