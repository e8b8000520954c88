package io.groceryplanner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * What Azure Container Apps offers a container on a loopback address: tokens of the managed
 * identities that were assigned to it. Here a token is the password of a database login, so that a
 * connection shows which identity was asked for.
 */
final class IdentityEndpoint implements AutoCloseable {

  private static final String HEADER = "a header that only the container knows";
  private static final Pattern CLIENT = Pattern.compile("client_id=([^&]+)");

  private final HttpServer server;
  private final Map<String, String> tokens;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private IdentityEndpoint(HttpServer server, Map<String, String> tokens) {
    this.server = server;
    this.tokens = tokens;
  }

  /**
   * @param tokens by the identity's client id
   */
  static IdentityEndpoint start(Map<String, String> tokens) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var endpoint = new IdentityEndpoint(server, tokens);
    server.createContext("/msi/token", endpoint::answer);
    server.start();
    return endpoint;
  }

  /** What the platform puts into a container's environment. */
  Map<String, String> environment() {
    return Map.of(
        "IDENTITY_ENDPOINT",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/msi/token",
        "IDENTITY_HEADER",
        HEADER);
  }

  /** The queries so far. */
  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    var query = exchange.getRequestURI().getQuery();
    asked.add(query);
    var client = CLIENT.matcher(query);
    var token = client.find() ? tokens.get(client.group(1)) : null;
    var known = HEADER.equals(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"));
    var body =
        """
        {"access_token": "%s", "expires_on": "4102444800", "token_type": "Bearer",\
         "resource": "https://ossrdbms-aad.database.windows.net"}\
        """
            .formatted(token)
            .getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(known && token != null ? 200 : 400, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
