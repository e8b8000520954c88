package io.groceryplanner.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * Azure Blob Storage on this machine: the real emulator, from {@code src/test/azurite}, as a
 * process of its own on a free port.
 */
public final class Azurite implements AutoCloseable {

  private static final Path PACKAGE = Path.of("src", "test", "azurite");
  private static final Path MAIN =
      PACKAGE.resolve(Path.of("node_modules", "azurite", "dist", "src", "blob", "main.js"));

  private static final String ACCOUNT = "planner";

  private final Process process;
  private final int port;
  private final String key;

  private Azurite(Process process, int port, String key) {
    this.process = process;
    this.port = port;
    this.key = key;
  }

  /** Starts it, or says why that cannot be. */
  public static Optional<Azurite> start(Path folder) throws IOException, InterruptedException {
    if (!Files.exists(MAIN) && !install()) {
      return Optional.empty();
    }
    int port = freePort();
    var key = newKey();
    var command =
        new ProcessBuilder(
                "node",
                MAIN.toString(),
                "--location",
                folder.toString(),
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                Integer.toString(port),
                "--skipApiVersionCheck",
                "--disableTelemetry",
                "--silent")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("azurite.log").toFile());
    command.environment().put("AZURITE_ACCOUNTS", ACCOUNT + ":" + key);
    var process = command.start();
    // Also when the tests are ended from outside.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    var azurite = new Azurite(process, port, key);
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(azurite::answers);
    return Optional.of(azurite);
  }

  private static boolean install() throws InterruptedException {
    try {
      var npm =
          new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
              .directory(PACKAGE.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (npm.waitFor(5, TimeUnit.MINUTES) && npm.exitValue() == 0) {
        return true;
      }
      npm.destroyForcibly();
      System.err.println("Skipped: npm could not fetch Azurite into " + PACKAGE);
    } catch (IOException e) {
      System.err.println("Skipped: Azurite needs Node.js with npm, which is not here");
    }
    return false;
  }

  public int port() {
    return port;
  }

  public String connectionString() {
    return connectionString(port);
  }

  /** For who reaches it through another port, such as a faulty network's. */
  public String connectionString(int port) {
    return "DefaultEndpointsProtocol=http;AccountName=%s;AccountKey=%s;BlobEndpoint=http://127.0.0.1:%d/%s;"
        .formatted(ACCOUNT, key, port, ACCOUNT);
  }

  private static String newKey() {
    var key = new byte[64];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("Azurite ended with " + process.exitValue());
    }
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
