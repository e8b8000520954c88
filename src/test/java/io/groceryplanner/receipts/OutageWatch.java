package io.groceryplanner.receipts;

import io.groceryplanner.RestHousehold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who asks all the while during an outage of the database: whether the application lives,
 * what it says of its health, and for what needs the database.
 */
final class OutageWatch implements AutoCloseable {

  private static final long NEVER = -1;

  private final RestHousehold household;
  private final RestHousehold anybody;
  private final List<String> findings = new ArrayList<>();
  private volatile boolean ended;
  private long beganAt;
  private long endedAt;
  private int live;
  private int notLive;
  private int good;
  private int told;
  private int failed;
  private long toldAfter = NEVER;
  private long backAfter = NEVER;

  private OutageWatch(int port) {
    this.household = RestHousehold.signUp(port);
    this.anybody = RestHousehold.anonymous(port);
  }

  /**
   * What was answered so far.
   *
   * @param good requests that got what they asked for
   * @param told requests that were told in plain words that the database is away
   * @param failed requests answered in any other way, or not at all
   * @param toldAfter milliseconds till health said that the database is away, or -1
   * @param backAfter milliseconds from the end of the outage till health said that all is well
   */
  record Answers(
      int live,
      int notLive,
      int good,
      int told,
      int failed,
      long toldAfter,
      long backAfter,
      List<String> findings) {

    boolean isAsPromised() {
      return live > 0
          && notLive == 0
          && told > 0
          && failed == 0
          && toldAfter != NEVER
          && backAfter != NEVER;
    }
  }

  static OutageWatch of(int port, ExecutorService threads) {
    var watch = new OutageWatch(port);
    threads.execute(() -> watch.keep(watch::askForHealth));
    threads.execute(() -> watch.keep(watch::askForReceipts));
    return watch;
  }

  synchronized void outageBegins() {
    beganAt = System.nanoTime();
  }

  synchronized void outageEnds() {
    endedAt = System.nanoTime();
  }

  synchronized boolean isBack() {
    return backAfter != NEVER;
  }

  synchronized Answers answers() {
    return new Answers(
        live, notLive, good, told, failed, toldAfter, backAfter, List.copyOf(findings));
  }

  @Override
  public void close() {
    ended = true;
  }

  private void keep(Runnable asking) {
    while (!ended) {
      asking.run();
      Pauses.aMoment();
    }
  }

  private void askForHealth() {
    var lives = status("/health/live") == 200;
    var isWell = status("/health") == 200;
    synchronized (this) {
      live += lives ? 1 : 0;
      notLive += lives ? 0 : 1;
      if (beganAt != 0 && !isWell && toldAfter == NEVER) {
        toldAfter = since(beganAt);
      }
      if (endedAt != 0 && isWell && backAfter == NEVER) {
        backAfter = since(endedAt);
      }
    }
  }

  private void askForReceipts() {
    String answered;
    int status = 0;
    var code = "";
    try {
      var answer = household.get("/api/v1/receipts");
      status = answer.getStatusCode().value();
      code = codeOf(answer);
      answered = answer.toString();
    } catch (RestClientException e) {
      answered = e.toString();
    }
    synchronized (this) {
      if (status == 200) {
        good++;
      } else if (status == 503 && code.equals("away")) {
        told++;
      } else {
        failed++;
        findings.add("a request was answered: " + answered);
      }
    }
  }

  private static String codeOf(ResponseEntity<JsonNode> answer) {
    var body = answer.getBody();
    return body == null ? "" : body.path("code").asString("");
  }

  private int status(String path) {
    try {
      return anybody.get(path).getStatusCode().value();
    } catch (RestClientException e) {
      return 0;
    }
  }

  private static long since(long moment) {
    return Duration.ofNanos(System.nanoTime() - moment).toMillis();
  }
}
