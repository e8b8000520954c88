package io.groceryplanner.localdatabase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * The local server's superuser, for copies of everything: row-level security does not bind it. Uses
 * the server that runs on the folder, or starts one for as long as it is needed.
 */
public final class FullAccess implements AutoCloseable {

  private static final String CONNECTION_REFUSED = "08001";
  private static final String SUPERUSER = "postgres";

  private final Path folder;
  private final Optional<LocalDatabase> startedHere;

  private FullAccess(Path folder, Optional<LocalDatabase> startedHere) {
    this.folder = folder;
    this.startedHere = startedHere;
  }

  /**
   * @param folder as {@link LocalDatabase#start} takes it
   * @throws IOException when no server runs there and none can be started
   */
  public static FullAccess open(Path folder) throws IOException {
    return new FullAccess(
        folder, isServed(folder) ? Optional.empty() : Optional.of(LocalDatabase.start(folder)));
  }

  /** Whether a server runs on this folder just now. */
  public static boolean isServed(Path folder) throws IOException {
    if (!Files.exists(folder.resolve("postgres").resolve("postmaster.pid"))) {
      return false;
    }
    try (var _ = connect(folder)) {
      return true;
    } catch (SQLException e) {
      if (CONNECTION_REFUSED.equals(e.getSQLState())) {
        return false;
      }
      throw new IOException("The database in " + folder + " does not let us in", e);
    }
  }

  public Connection connect() throws SQLException, IOException {
    return connect(folder);
  }

  /** As {@link LocalDatabase#environment}, of a server that was started here. */
  public Map<String, String> environment() {
    return startedHere.orElseThrow().environment();
  }

  private static Connection connect(Path folder) throws SQLException, IOException {
    var port = Files.readString(folder.resolve("postgres.port")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + LocalDatabase.DATABASE,
        SUPERUSER,
        LocalCredentials.keptIn(folder).superuserPassword());
  }

  @Override
  public void close() throws IOException {
    if (startedHere.isPresent()) {
      startedHere.get().close();
    }
  }
}
