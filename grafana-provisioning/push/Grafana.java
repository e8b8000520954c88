import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Grafana's HTTP API. Neither the token nor anything sent is ever part of a message. */
final class Grafana {

  /** What is at an address; not there is an answer too. */
  record Found(boolean isThere, JsonNode body) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String url;
  private final String token;

  Grafana(String url, String token) {
    this.url = url;
    this.token = token;
  }

  Found find(String path) {
    var response = exchange(request(path).GET().build());
    return response.statusCode() == 404
        ? new Found(false, JSON.missingNode())
        : new Found(true, JSON.readTree(response.body()));
  }

  void send(String method, String path, JsonNode body) {
    var content = HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    var request =
        request(path).header("Content-Type", "application/json").method(method, content).build();
    if (exchange(request).statusCode() == 404) {
      throw new Refused(method + " " + path + " was answered with 404: is " + url + " a Grafana?");
    }
  }

  static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      var status = response.statusCode();
      if (status >= 300 && status != 404) {
        throw new Refused(
            "%s %s was answered with %d%s"
                .formatted(
                    request.method(), request.uri().getPath(), status, reason(response.body())));
      }
      return response;
    } catch (IOException e) {
      throw new Refused(url + " does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("interrupted");
    }
  }

  /** What Grafana says about it, unless it is a whole page. */
  private static String reason(String body) {
    return body.startsWith("{") ? ": " + JSON.readTree(body).path("message").asString("") : "";
  }
}
