package io.groceryplanner.receipts;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The web application or ai-service as a process of its own, to be killed. */
public final class ServerProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Process process;
  private final int port;
  private final String healthPath;

  private ServerProcess(Process process, int port, String healthPath) {
    this.process = process;
    this.port = port;
    this.healthPath = healthPath;
    // Also when the tests are ended from outside.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Starts the web application as it is compiled, and waits until it is healthy. */
  public static ServerProcess web(Map<String, String> environment, Path log) throws IOException {
    var web = compiledWeb(environment, freePort(), log);
    web.awaitHealth();
    return web;
  }

  /** Launches the web application as it is compiled. */
  public static ServerProcess compiledWeb(Map<String, String> environment, int port, Path log)
      throws IOException {
    var command =
        List.of(
            JAVA,
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "io.groceryplanner.Application");
    return launch(command, Path.of(""), environment, "PORT", port, "/health", log);
  }

  /** Launches the web application as it is packaged. */
  static ServerProcess packagedWeb(Map<String, String> environment, int port, Path log)
      throws IOException {
    var command = List.of(JAVA, "-Xmx512m", "@jvm.options", "-jar", "grocery-planner.jar");
    return launch(command, Path.of("target", "app"), environment, "PORT", port, "/health", log);
  }

  /** Launches ai-service as it is packaged. */
  static ServerProcess packagedAi(int port, Path log) throws IOException {
    return packagedAi(Map.of(), port, log);
  }

  public static ServerProcess packagedAi(Map<String, String> environment, int port, Path log)
      throws IOException {
    var command = List.of(JAVA, "@jvm.options", "-jar", "ai-service.jar");
    var folder = Path.of("ai-service", "target", "app");
    return launch(command, folder, environment, "AI_PORT", port, "/health/ready", log);
  }

  private static ServerProcess launch(
      List<String> command,
      Path folder,
      Map<String, String> environment,
      String portName,
      int port,
      String healthPath,
      Path log)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    builder.environment().putAll(environment);
    builder.environment().put(portName, Integer.toString(port));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ServerProcess(builder.start(), port, healthPath);
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** SIGKILL: nothing is tidied up. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM, as whoever runs it stops it; says how long it took. */
  public Duration stop() {
    var began = System.nanoTime();
    process.destroy();
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    return Duration.ofNanos(System.nanoTime() - began);
  }

  public void awaitHealth() {
    await().atMost(PATIENCE).until(this::isHealthy);
  }

  private boolean isHealthy() {
    if (!process.isAlive()) {
      throw new AssertionError("The process ended with " + process.exitValue());
    }
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + healthPath)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
