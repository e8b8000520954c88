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
import tools.jackson.databind.ObjectMapper;

/** A screen as the server tells it to a browser, in the two calls every browser makes. */
public final class ScreenOverHttp {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final int port;

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
    var begun = JSON.readTree(start.body()).get("appConfig");
    var navigation =
        """
        {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [{"type": "event", "node": 1,
         "event": "ui-navigate", "data": {"route": "/%s", "query": "", "appShellTitle": "",
         "historyState": {"idx": 0}, "trigger": ""}}]}
        """
            .formatted(begun.get("uidl").get("Vaadin-Security-Key").asString(), path);
    var drawn =
        send(
            request("/?v-r=uidl&v-uiId=" + begun.get("v-uiId").asInt())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(navigation)),
            "");
    assertThat(drawn.statusCode()).isEqualTo(200);
    return drawn.body();
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
