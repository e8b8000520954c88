package io.groceryplanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A screen as the server tells it to a browser, in the two calls every browser makes; and what a
 * browser then says.
 */
public final class ScreenOverHttp {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final int port;
  private JsonNode begun = JSON.nullNode();
  private int said;

  public ScreenOverHttp(int port) {
    this.port = port;
  }

  /**
   * What is to be drawn at this path, which has no leading slash.
   *
   * @param remembered the remember-me cookie's value; empty for nobody
   */
  public String open(String path, String remembered) throws IOException, InterruptedException {
    var start = send(request("/?v-r=init&location=" + path + "&query="), remembered);
    assertThat(start.statusCode()).isEqualTo(200);
    begun = JSON.readTree(start.body()).get("appConfig");
    return say(
        """
        {"type": "event", "node": 1,
         "event": "ui-navigate", "data": {"route": "/%s", "query": "", "appShellTitle": "",
         "historyState": {"idx": 0}, "trigger": ""}}
        """
            .formatted(path));
  }

  /**
   * Tells the server these, as a browser does; answers what is to be drawn then.
   *
   * @param calls each a JSON object, between commas; none to ask for news
   */
  public String say(String calls) throws IOException, InterruptedException {
    var message =
        """
        {"csrfToken": "%s", "syncId": -1, "clientId": %d, "rpc": [%s]}
        """
            .formatted(begun.get("uidl").get("Vaadin-Security-Key").asString(), said++, calls);
    var drawn =
        send(
            request("/?v-r=uidl&v-uiId=" + begun.get("v-uiId").asInt())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message)),
            "");
    assertThat(drawn.statusCode()).isEqualTo(200);
    return drawn.body();
  }

  /**
   * Lets the server push its news, as a browser does.
   *
   * @return all that was heard so far
   */
  public StringBuffer listen() {
    var heard = new StringBuffer();
    var address =
        "ws://localhost:%d/VAADIN/push?v-r=push&v-uiId=%d&v-pushId=%s&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
            .formatted(
                port,
                begun.get("v-uiId").asInt(),
                begun.get("uidl").get("Vaadin-Push-ID").asString());
    http.newWebSocketBuilder()
        .buildAsync(
            URI.create(address),
            new WebSocket.Listener() {
              @Override
              public @Nullable CompletionStage<?> onText(
                  WebSocket socket, CharSequence data, boolean isLast) {
                heard.append(data);
                socket.request(1);
                return null;
              }
            })
        .join();
    return heard;
  }

  /** A plain look at an address, by whoever the session's cookies name. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request("/" + path), "");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String remembered)
      throws IOException, InterruptedException {
    if (!remembered.isEmpty()) {
      request.header("Cookie", "planner-remember=" + remembered);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
