package io.groceryplanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookTest {

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatWakesUpSlowlyIsAskedUntilItAnswers() throws Exception {
    assertThat(new Look(5, Duration.ofMillis(1)).at(address())).isZero();
    assertThat(asked).hasValue(3);
  }

  @Test
  void whatGivesNoGoodAnswerIsGivenUp() throws Exception {
    assertThat(new Look(2, Duration.ofMillis(1)).at(address())).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsGivenUp() throws Exception {
    var address = address();
    server.stop(0);

    assertThat(new Look(2, Duration.ofMillis(1)).at(address)).isEqualTo(1);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/health/ready");
  }
}
