package io.groceryplanner.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the images ask themselves with. */
class HealthCheckTest {

  private record Ended(int code, String said) {}

  @Test
  void itEndsWellOnlyWhereTheAnswerIs200() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/health/ready", exchange -> answer(exchange, 200));
    server.createContext("/away", exchange -> answer(exchange, 503));
    server.start();
    int port = server.getAddress().getPort();
    try {
      assertThat(ask(port, "/health/ready")).isEqualTo(new Ended(0, "HTTP/1.1 200 OK"));
      assertThat(ask(port, "/away").code()).isEqualTo(1);
    } finally {
      server.stop(0);
    }
    var nobody = ask(port, "/health/ready");
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.said()).startsWith("no answer: ");
  }

  private static void answer(com.sun.net.httpserver.HttpExchange exchange, int status)
      throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static Ended ask(int port, String path) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var source = Path.of("infra", "images", "HealthCheck.java").toString();
    var process =
        new ProcessBuilder(java, source, Integer.toString(port), path)
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said.strip());
  }
}
