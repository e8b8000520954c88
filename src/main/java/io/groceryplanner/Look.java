package io.groceryplanner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * {@code --look ADDRESS}: asks the address until it answers with 200, and ends. For looking at what
 * only a neighbour of it can reach. Starts nothing of the application.
 */
final class Look {

  static final String OPTION = "--look";

  /** Longer than an ingress waits for a program that it wakes. */
  private static final int TRIES = 60;

  private static final Duration ONE_TRY = Duration.ofSeconds(30);

  private final int tries;
  private final Duration pause;

  Look(int tries, Duration pause) {
    this.tries = tries;
    this.pause = pause;
  }

  /** What the process ends with: 0 after an answer, 1 without one. */
  static int run(String address) throws InterruptedException {
    return new Look(TRIES, Duration.ofSeconds(5)).at(URI.create(address));
  }

  int at(URI address) throws InterruptedException {
    var answer = "nothing was asked";
    try (var client = HttpClient.newBuilder().connectTimeout(ONE_TRY).build()) {
      for (int i = 0; i < tries; i++) {
        answer = ask(client, address);
        if (answer.startsWith("200 ")) {
          System.out.println(address + ": " + answer);
          return 0;
        }
        Thread.sleep(pause);
      }
    }
    System.err.println("%s gave no good answer, at last: %s".formatted(address, answer));
    return 1;
  }

  private static String ask(HttpClient client, URI address) throws InterruptedException {
    try {
      var response =
          client.send(
              HttpRequest.newBuilder(address).timeout(ONE_TRY).build(),
              HttpResponse.BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
