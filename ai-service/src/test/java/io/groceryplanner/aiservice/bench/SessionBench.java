package io.groceryplanner.aiservice.bench;

import io.groceryplanner.aiservice.ServiceClient;
import java.io.IOException;
import java.net.HttpCookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much memory the packaged web application takes: just started, with a hundred people's screens
 * open, and when they have gone. The environment says which database and which ai-service to use;
 * the demo household is founded, and its first receipt fills the pantry that is shown.
 */
final class SessionBench {

  private static final int SESSIONS = 100;
  private static final double CPUS = 0.5;
  private static final int MEMORY_MIB = 1024;
  private static final int MOST_MIB = 450;
  private static final int ATTEMPTS = 5;
  private static final List<String> PATHS = List.of("pantry", "receipts");

  private SessionBench() {}

  /** Resident memory in MiB. */
  record Seen(
      int sessions,
      long atRest,
      long oneScreen,
      long open,
      long closed,
      int most,
      String limitedBy) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Limits limits = Limits.of(CPUS, MEMORY_MIB);
    int port = LimitedProcess.freePort();
    try (LimitedProcess web =
        LimitedProcess.start(
            limits,
            Path.of("..", "target", "app").toAbsolutePath().normalize(),
            List.of("@jvm.options", "-jar", "grocery-planner.jar"),
            Map.of("PORT", Integer.toString(port), "PLANNER_DEMO", "true"))) {
      awaitReady(web, new ServiceClient(port));
      long atRest = web.residentMiB();
      HttpCookie signedIn = signIn(port);
      awaitPantry(port, signedIn);
      long oneScreen = web.residentMiB();
      List<Browser> browsers = new ArrayList<>();
      for (int number = 0; number < SESSIONS; number++) {
        Browser browser = new Browser(port, signedIn);
        browser.open(PATHS.get(number % PATHS.size()));
        browsers.add(browser);
      }
      long open = web.residentMiB();
      for (Browser browser : browsers) {
        browser.close();
      }
      long closed = web.residentMiB();
      web.requireAlive();
      report(new Seen(SESSIONS, atRest, oneScreen, open, closed, MOST_MIB, limits.limitedBy()));
    } finally {
      limits.lift();
    }
  }

  private static void report(Seen seen) {
    Figures figures = new Figures("web, " + CPUS + " CPU, " + MEMORY_MIB + " MiB", "RSS MiB");
    figures.row("just started", seen.atRest());
    figures.row("one screen open", seen.oneScreen());
    figures.row(SESSIONS + " sessions, a screen each (at most " + MOST_MIB + ")", seen.open());
    figures.row("all screens closed", seen.closed());
    figures.print(Map.of("web", seen));
  }

  private static void awaitReady(LimitedProcess web, ServiceClient client)
      throws InterruptedException {
    while (!isReady(client)) {
      web.requireAlive();
      Thread.sleep(50);
    }
  }

  private static boolean isReady(ServiceClient client) {
    try {
      return client.get("/health/ready").status() == 200;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /**
   * As at the door, with the mark to stay signed in: the cookie that a browser then has. The demo
   * household is founded a moment after the start.
   */
  private static HttpCookie signIn(int port) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (Browser door = new Browser(port)) {
        door.open("login");
        door.type("vaadin-email-field", "planner@demo.example");
        door.type("vaadin-password-field", "demo kitchen");
        door.press();
        Optional<HttpCookie> remembered = door.cookie("planner-remember");
        if (remembered.isPresent()) {
          return remembered.get();
        }
      }
      Thread.sleep(3000);
    }
    throw new IllegalStateException("The demo sign-in was refused");
  }

  /** Until the demo's first receipt is read and put away. */
  private static void awaitPantry(int port, HttpCookie signedIn)
      throws IOException, InterruptedException {
    for (int look = 0; look < 120; look++) {
      try (Browser browser = new Browser(port, signedIn)) {
        browser.open("pantry");
        if (browser.has("li")) {
          return;
        }
      }
      Thread.sleep(1000);
    }
    throw new IllegalStateException("The pantry stayed empty: is ai-service there?");
  }
}
