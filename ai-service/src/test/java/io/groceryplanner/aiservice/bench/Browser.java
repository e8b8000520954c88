package io.groceryplanner.aiservice.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser with one screen open, as far as the web application can tell: its cookies, the calls
 * Vaadin's client makes, and the socket that news comes through. Nothing is drawn.
 */
final class Browser implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What a click tells of itself. */
  private static final Map<String, Object> CLICK =
      Map.of(
          "event.detail", 1,
          "event.button", 0,
          "event.screenX", 0,
          "event.screenY", 0,
          "event.clientX", 0,
          "event.clientY", 0,
          "event.shiftKey", false,
          "event.ctrlKey", false,
          "event.altKey", false,
          "event.metaKey", false);

  private final URI site;
  private final CookieManager cookies = new CookieManager();
  private final List<JsonNode> changes = new ArrayList<>();
  private int screen;
  private int messages;
  private String securityKey = "";
  private @Nullable WebSocket socket;

  Browser(int port) {
    site = URI.create("http://localhost:" + port + "/");
  }

  /** A browser that somebody was signed in with. */
  Browser(int port, HttpCookie remembered) {
    this(port);
    cookies.getCookieStore().add(site, remembered);
  }

  /** Opens a screen at a path without a leading slash, ready for news. */
  void open(String path) throws IOException, InterruptedException {
    JsonNode start =
        JSON.readTree(send(request("?v-r=init&location=" + path + "&query=").GET()))
            .get("appConfig");
    JsonNode first = start.get("uidl");
    screen = start.get("v-uiId").asInt();
    messages = 0;
    securityKey = first.get("Vaadin-Security-Key").asString();
    changes.clear();
    remember(first);
    tell(
        List.of(
            Map.of(
                "type",
                "event",
                "node",
                1,
                "event",
                "ui-navigate",
                "data",
                Map.of(
                    "route",
                    path,
                    "query",
                    "",
                    "appShellTitle",
                    "",
                    "historyState",
                    Map.of("idx", 0),
                    "trigger",
                    ""))));
    socket = listen(first.get("Vaadin-Push-ID").asString());
  }

  private WebSocket listen(String pushId) {
    URI address =
        URI.create(
            site.toString().replaceFirst("http", "ws")
                + "VAADIN/push?v-r=push&v-uiId="
                + screen
                + "&v-pushId="
                + pushId
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript"
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                + "&Content-Type=application/json&X-atmo-protocol=true");
    return HTTP.newWebSocketBuilder()
        .header("Cookie", cookieHeader())
        .buildAsync(address, new WebSocket.Listener() {})
        .join();
  }

  /** Types into the only field of this kind. */
  void type(String tag, String text) throws IOException, InterruptedException {
    int field = node("tag", tag);
    tell(
        List.of(
            Map.of(
                "type", "mSync", "node", field, "feature", 1, "property", "value", "value", text),
            Map.of("type", "event", "node", field, "event", "change", "data", Map.of())));
  }

  /** Presses the button that the screen is about. */
  void press() throws IOException, InterruptedException {
    tell(
        List.of(
            Map.of(
                "type",
                "event",
                "node",
                node("theme", "primary"),
                "event",
                "click",
                "data",
                CLICK)));
  }

  Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }

  /** Whether there is anything of this kind on the screen. */
  boolean has(String tag) {
    return nodes("tag", tag).findAny().isPresent();
  }

  /** Closes the screen as a browser says it with its last breath. */
  @Override
  public void close() throws IOException, InterruptedException {
    send(
        request("?v-r=uidl&v-uiId=" + screen)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("csrfToken", securityKey, "UNLOAD", true)))));
    if (socket != null) {
      socket.abort();
    }
  }

  private int node(String key, String value) {
    return nodes(key, value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No " + key + " of this screen is " + value));
  }

  /** What on this screen was told to have this value, such as {@code tag} and {@code li}. */
  private IntStream nodes(String key, String value) {
    return changes.stream()
        .filter(change -> change.path("key").asString("").equals(key))
        .filter(change -> change.path("value").asString("").equals(value))
        .mapToInt(change -> change.get("node").asInt());
  }

  private void tell(List<Map<String, Object>> calls) throws IOException, InterruptedException {
    Map<String, Object> message =
        Map.of("csrfToken", securityKey, "syncId", messages, "clientId", messages++, "rpc", calls);
    String answer =
        send(
            request("?v-r=uidl&v-uiId=" + screen)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message))));
    // In front of it may stand what keeps other sites from reading it as a script.
    JsonNode told = JSON.readTree(answer.replaceFirst("^for\\(;;\\);", ""));
    if (!told.has("clientId")) {
      throw new IllegalStateException("The screen was refused: " + answer);
    }
    remember(told);
  }

  private void remember(JsonNode told) {
    told.path("changes").forEach(changes::add);
  }

  private HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(site.resolve("/" + address)).header("Cookie", cookieHeader());
  }

  private String cookieHeader() {
    return String.join(
        "; ",
        cookies.getCookieStore().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .toList());
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    cookies.put(site, response.headers().map());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          response.request().uri() + " was answered with " + response.statusCode());
    }
    return response.body();
  }
}
