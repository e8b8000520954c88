package io.groceryplanner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That each fault is what its name says, seen from the client and from the server. */
class FaultProxyTest {

  private static final String WORDS = "milk, bread and a kilo of apples";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger heard = new AtomicInteger();
  private HttpServer server;
  private FaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var asked = exchange.getRequestBody().readAllBytes();
          heard.incrementAndGet();
          exchange.sendResponseHeaders(200, asked.length);
          try (var answer = exchange.getResponseBody()) {
            answer.write(asked);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    proxy = FaultProxy.before(server.getAddress().getPort());
  }

  @AfterEach
  void stop() throws IOException {
    client.shutdownNow();
    proxy.close();
    server.stop(0);
  }

  @Test
  void withoutAFaultNothingIsNoticed() throws Exception {
    assertThat(echo(Duration.ofSeconds(10)).body()).isEqualTo(WORDS);
    assertThat(proxy.struck()).isZero();
  }

  @Test
  void latencyDelaysAndLosesNothing() throws Exception {
    proxy.set(new Fault.Latency(Duration.ofMillis(150)));
    long began = System.nanoTime();

    assertThat(echo(Duration.ofSeconds(10)).body()).isEqualTo(WORDS);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void aBlackHoleLetsTheClientWaitAndTheServerHearNothing() {
    proxy.set(new Fault.BlackHole());

    assertThatThrownBy(() -> echo(Duration.ofMillis(300))).isInstanceOf(HttpTimeoutException.class);
    assertThat(heard).hasValue(0);
  }

  @Test
  void aLostAnswerComesAfterTheRequestWasCarriedOut() {
    proxy.set(new Fault.LostAnswers());

    assertThatThrownBy(() -> echo(Duration.ofMillis(500))).isInstanceOf(HttpTimeoutException.class);
    assertThat(heard).hasValue(1);
  }

  @Test
  void aResetBreaksTheConnection() {
    proxy.set(new Fault.Reset());

    assertThatThrownBy(() -> echo(Duration.ofSeconds(10))).isInstanceOf(IOException.class);
    assertThat(heard).hasValue(0);
  }

  @Test
  void aCutBreaksWhatIsOpenAndTheNextOneIsFine() throws Exception {
    try (var idle = new Socket("127.0.0.1", proxy.port())) {
      idle.getOutputStream().write('P');
      assertThat(echo(Duration.ofSeconds(10)).statusCode()).isEqualTo(200);

      proxy.cut();

      assertThatThrownBy(() -> idle.getInputStream().read()).isInstanceOf(IOException.class);
    }
    assertThat(echo(Duration.ofSeconds(10)).statusCode()).isEqualTo(200);
  }

  @Test
  void aHalfClosedConnectionEndsForTheReaderAlone() throws Exception {
    proxy.set(new Fault.HalfClose());
    try (var socket = new Socket("127.0.0.1", proxy.port())) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes("US-ASCII"));
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      socket.getOutputStream().write("Host: here\r\n\r\n".getBytes("US-ASCII"));
      socket.getOutputStream().flush();
    }
    assertThat(heard).hasValue(0);
  }

  @Test
  void aGatewayAnswers500AndTheServerHearsNothing() throws Exception {
    proxy.set(new Fault.ServerError());

    assertThat(echo(Duration.ofSeconds(10)).statusCode()).isEqualTo(500);
    assertThat(heard).hasValue(0);
    proxy.heal();
    assertThat(echo(Duration.ofSeconds(10)).statusCode()).isEqualTo(200);
  }

  @Test
  void aRequestBreaksOffInTheMiddle() {
    proxy.set(new Fault.PartialRequest(40));

    assertThatThrownBy(() -> echo(Duration.ofSeconds(10))).isInstanceOf(IOException.class);
    assertThat(heard).hasValue(0);
  }

  @Test
  void anAnswerBreaksOffInTheMiddle() {
    proxy.set(new Fault.PartialAnswer(40));

    assertThatThrownBy(() -> echo(Duration.ofSeconds(10))).isInstanceOf(IOException.class);
    assertThat(heard).hasValue(1);
  }

  private HttpResponse<String> echo(Duration patience) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port()))
            .timeout(patience)
            .POST(BodyPublishers.ofString(WORDS))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
