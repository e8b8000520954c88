package io.groceryplanner.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.groceryplanner.SettableClock;
import io.groceryplanner.StandInAi;
import io.groceryplanner.ai.AiAnswer.Answer;
import io.groceryplanner.ai.AiAnswer.Unavailable;
import io.groceryplanner.ops.Degradations.Kind;
import io.groceryplanner.ops.Degradations.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/** The client against a real server that is away, slow, busy or asleep, with a clock of our own. */
class AiOutageTest {

  private static final Duration ALWAYS_RUNS = Duration.ZERO;
  private static final Duration SLEEPS = Duration.ofMinutes(5);

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch readings = new CountDownLatch(1);
  private final CountDownLatch underWay = new CountDownLatch(AiParts.READINGS_AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile int status = 200;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/receipts/extract", this::read);
    server.createContext("/api/v1/categorize", exchange -> say(exchange, "categorize"));
    server.createContext("/health/ready", exchange -> say(exchange, "health"));
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    readings.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void readingsAtTheirLimitLeaveSuggestionsAlone() throws Exception {
    var ai = client(ALWAYS_RUNS);
    var full =
        IntStream.range(0, AiParts.READINGS_AT_ONCE)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> reading(ai), threads))
            .toList();
    assertThat(underWay.await(10, TimeUnit.SECONDS)).as("all places are taken").isTrue();

    assertThat(suggestion(ai)).isInstanceOf(Answer.class);
    assertThat(reading(ai))
        .isInstanceOfSatisfying(
            Unavailable.class,
            one -> {
              assertThat(one.reason()).isEqualTo("no_place");
              assertThat(one.retryAfter()).isPositive();
            });
    assertThat(ai.health().failuresInARow()).as("waiting is no failure").isZero();

    readings.countDown();
    assertThat(full).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Answer.class));
    assertThat(reading(ai)).as("the places are free again").isInstanceOf(Answer.class);
  }

  @Test
  void fiveFailuresOpenTheCircuitAndThenNobodyIsAskedUntilTheProbe() {
    var ai = client(ALWAYS_RUNS);
    status = 500;
    IntStream.range(0, 5).forEach(_ -> suggestion(ai));
    assertThat(requests).hasValue(5);
    assertThat(ai.gauge("grocery_planner.ai_health.consecutive_failures")).isEqualTo(5);
    assertThat(ai.gauge("resilience4j.circuitbreaker.state", "name", "ai-service", "state", "open"))
        .isEqualTo(1);

    status = 200;
    clock.pass(Duration.ofSeconds(10));
    assertThat(suggestion(ai)).isEqualTo(new Unavailable<>("circuit_open", Duration.ofSeconds(20)));
    assertThat(requests).hasValue(5);
    assertThat(ai.degradations().isAway(Part.AI_SERVICE)).isTrue();

    clock.pass(Duration.ofSeconds(20));
    assertThat(suggestion(ai)).isInstanceOf(Answer.class);
    assertThat(ai.degradations().list()).isEmpty();
    assertThat(ai.gauge("grocery_planner.ai_health.consecutive_failures")).isZero();
    assertThat(ai.timed("categorize", "failed")).isEqualTo(5);
    assertThat(ai.timed("categorize", "circuit_open")).isEqualTo(1);
    assertThat(ai.timed("categorize", "ok")).isEqualTo(1);
  }

  @Test
  void looksThatFailAreShownButOpenNoCircuit() {
    var ai = client(ALWAYS_RUNS);
    status = 500;
    IntStream.range(0, 10).forEach(_ -> ai.watch().look());

    assertThat(ai.breaker().state()).isEqualTo(State.CLOSED);
    assertThat(ai.health().failuresInARow()).isEqualTo(10);
    assertThat(ai.degradations().isAway(Part.AI_SERVICE)).isTrue();

    status = 200;
    ai.watch().look();
    assertThat(ai.degradations().list()).isEmpty();
  }

  @Test
  void aLookMayBeTheProbe() {
    var ai = client(ALWAYS_RUNS);
    open(ai);
    ai.watch().look();
    assertThat(requests).as("no look goes out beside the circuit").hasValue(5);

    clock.pass(Duration.ofSeconds(30));
    ai.watch().look();
    assertThat(ai.breaker().state()).isEqualTo(State.OPEN);
    clock.pass(Duration.ofSeconds(30));
    status = 200;
    ai.watch().look();
    assertThat(ai.breaker().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void busyAtTheProbeIsNoVerdict() {
    var ai = client(ALWAYS_RUNS);
    open(ai);
    clock.pass(Duration.ofSeconds(30));
    for (int busy : List.of(503, 429)) {
      status = busy;
      assertThat(suggestion(ai))
          .isEqualTo(new Unavailable<>("http_" + busy, Duration.ofSeconds(7)));
      assertThat(ai.breaker().state()).isEqualTo(State.HALF_OPEN);
      assertThat(ai.degradations().isAway(Part.AI_SERVICE)).isTrue();
    }

    status = 200;
    assertThat(suggestion(ai)).isInstanceOf(Answer.class);
    assertThat(ai.breaker().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void aDefectOfOursDuringTheProbeGivesThePermitBack() {
    var ai = client(ALWAYS_RUNS);
    open(ai);
    clock.pass(Duration.ofSeconds(30));
    assertThatThrownBy(() -> ai.service().embed(Caller.JOB, unreadable()))
        .hasRootCauseMessage("a defect");

    status = 200;
    assertThat(suggestion(ai)).isInstanceOf(Answer.class);
    assertThat(ai.breaker().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void oneThatSleepsIsWokenWithoutCountingFailures() {
    var ai = client(SLEEPS);
    status = 503;
    for (int i = 0; i < 8; i++) {
      assertThat(suggestion(ai))
          .isInstanceOfSatisfying(
              Unavailable.class, found -> assertThat(found.reason()).isEqualTo("waking_up"));
      clock.pass(Duration.ofSeconds(15));
    }
    assertThat(requests).as("looks, no calls").hasValue(8);
    assertThat(ai.breaker().state()).isEqualTo(State.CLOSED);
    assertThat(ai.health().failuresInARow()).isZero();
    assertThat(ai.degradations().find(Part.AI_SERVICE))
        .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(Kind.WAKING));

    status = 200;
    assertThat(suggestion(ai)).isInstanceOf(Answer.class);
    assertThat(ai.degradations().list()).isEmpty();
  }

  @Test
  void whileItWakesItIsLookedAtOnlyNowAndThen() {
    var ai = client(SLEEPS);
    status = 503;
    var first = ((Unavailable<Categorization>) suggestion(ai)).retryAfter();
    var second = ((Unavailable<Categorization>) suggestion(ai)).retryAfter();

    assertThat(requests).hasValue(1);
    assertThat(first).isEqualTo(Duration.ofSeconds(1));
    assertThat(second).isEqualTo(Duration.ofSeconds(1));
    clock.pass(second);
    assertThat(((Unavailable<Categorization>) suggestion(ai)).retryAfter())
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void oneThatDoesNotWakeInFiveMinutesIsAway() {
    var ai = client(SLEEPS);
    status = 503;
    suggestion(ai);
    clock.pass(AiWarmUp.LONGEST);
    status = 500;
    suggestion(ai);

    assertThat(ai.degradations().isAway(Part.AI_SERVICE)).isTrue();
    assertThat(ai.health().failuresInARow()).as("the waking, and the call after it").isEqualTo(2);
    IntStream.range(0, 4).forEach(_ -> suggestion(ai));
    assertThat(ai.breaker().state()).isEqualTo(State.OPEN);
  }

  @Test
  void oneThatFailsInTheMiddleOfItsWorkIsAwayAndNotAsleep() {
    var ai = client(SLEEPS);
    assertThat(suggestion(ai)).isInstanceOf(Answer.class);
    clock.pass(SLEEPS.minusSeconds(1));
    status = 500;
    suggestion(ai);
    clock.pass(SLEEPS);
    suggestion(ai);

    assertThat(ai.degradations().isAway(Part.AI_SERVICE)).isTrue();
  }

  @Test
  void oneThatSleepsIsNotKeptAwakeByLooks() {
    var ai = client(SLEEPS);
    ai.watch().look();
    assertThat(ai.service().answers()).as("as far as is known").isTrue();
    assertThat(requests).hasValue(0);

    status = 503;
    suggestion(ai);
    clock.pass(Duration.ofSeconds(1));
    status = 200;
    ai.watch().look();
    assertThat(ai.degradations().list()).as("it is looked at while it wakes").isEmpty();
    int soFar = requests.get();
    ai.watch().look();
    assertThat(requests).as("and then no more").hasValue(soFar);
  }

  private AiParts client(Duration sleepsAfter) {
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return AiParts.of(RestClient.builder(), url, clock, sleepsAfter);
  }

  private void open(AiParts ai) {
    status = 500;
    IntStream.range(0, 5).forEach(_ -> suggestion(ai));
    assertThat(ai.breaker().state()).isEqualTo(State.OPEN);
  }

  private static AiAnswer<Categorization> suggestion(AiParts ai) {
    return ai.service().categorize(Caller.PERSON, List.of(), List.of());
  }

  private static AiAnswer<ReceiptExtraction> reading(AiParts ai) {
    return ai.service().extractReceipt(new byte[] {1}, "image/jpeg", "de-DE", "EUR");
  }

  private static List<Embedding.Text> unreadable() {
    return new java.util.AbstractList<>() {
      @Override
      public Embedding.Text get(int index) {
        throw new IllegalStateException("a defect");
      }

      @Override
      public int size() {
        throw new IllegalStateException("a defect");
      }
    };
  }

  private void read(HttpExchange exchange) throws IOException {
    underWay.countDown();
    try {
      readings.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    say(exchange, StandInAi.GERMAN_RECEIPT);
  }

  private void say(HttpExchange exchange, String example) throws IOException {
    requests.incrementAndGet();
    exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
    if (status != 200) {
      exchange.getResponseHeaders().add("Retry-After", "7");
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
      return;
    }
    var body = StandInAi.example(example).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
