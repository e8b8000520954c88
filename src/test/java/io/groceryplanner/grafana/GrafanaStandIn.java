package io.groceryplanner.grafana;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of Grafana's HTTP API that the push uses. It keeps what it is sent and answers as
 * Grafana does: with fields of its own added, secrets hidden, and a refusal where something is
 * named that does not exist.
 */
final class GrafanaStandIn implements AutoCloseable {

  static final String TOKEN = "glsa_of-this-test-alone";

  private static final String ALERTING = "/api/v1/provisioning/";
  private static final List<String> SECRETS = List.of("integrationKey", "url");

  /** What there is, by the path under which it is read. */
  private final Map<String, ObjectNode> things = new LinkedHashMap<>();

  private final List<String> changes = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private GrafanaStandIn(HttpServer server) {
    this.server = server;
    for (var name : List.of("prom", "logs", "traces")) {
      var uid = "grafanacloud-" + name;
      things.put("/api/datasources/uid/" + uid, object("{'id': 1, 'uid': '" + uid + "'}"));
    }
    things.put(
        ALERTING + "policies",
        object("{'receiver': 'grafana-default-email', 'group_by': ['grafana_folder']}"));
    server.createContext("/", this::answer);
    server.start();
  }

  static GrafanaStandIn start() throws IOException {
    return new GrafanaStandIn(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Every request that was more than a question: method and path. */
  List<String> changes() {
    return List.copyOf(changes);
  }

  void forgetChanges() {
    changes.clear();
  }

  ObjectNode thing(String path) {
    var thing = things.get(path);
    if (thing == null) {
      throw new AssertionError("There is no " + path + ", only " + things.keySet());
    }
    return thing;
  }

  void add(String path, String json) {
    things.put(path, object(json));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        reply(exchange, 401, object("{'message': 'Invalid API key'}"));
        return;
      }
      var method = exchange.getRequestMethod();
      var path = exchange.getRequestURI().getPath();
      if (method.equals("GET")) {
        read(exchange, path);
        return;
      }
      changes.add(method + " " + path);
      var body = (ObjectNode) Provisioning.JSON.readTree(exchange.getRequestBody());
      var refusal = change(method, path, body);
      reply(
          exchange,
          refusal.isEmpty() ? 202 : 400,
          object("{'message': '" + (refusal.isEmpty() ? "done" : refusal) + "'}"));
    }
  }

  private void read(HttpExchange exchange, String path) throws IOException {
    if (path.equals(ALERTING + "contact-points")) {
      var all = Provisioning.JSON.createArrayNode();
      under(path + "/").forEach(all::add);
      reply(exchange, 200, all);
    } else if (path.equals(ALERTING + "alert-rules")) {
      var all = Provisioning.JSON.createArrayNode();
      under(ALERTING + "folder/").forEach(group -> group.path("rules").forEach(all::add));
      reply(exchange, 200, all);
    } else if (things.containsKey(path)) {
      reply(exchange, 200, thing(path));
    } else {
      reply(exchange, 404, object("{'message': 'not found'}"));
    }
  }

  private List<ObjectNode> under(String path) {
    return things.entrySet().stream()
        .filter(thing -> thing.getKey().startsWith(path))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Keeps it, or says why not. */
  private String change(String method, String path, ObjectNode body) {
    if (path.startsWith("/api/folders")) {
      return keep(method, path, "/api/folders/" + body.path("uid").asString(), body);
    }
    if (path.startsWith("/api/datasources")) {
      var hidden = body.deepCopy();
      hidden.remove("secureJsonData");
      hidden.set("secureJsonFields", object("{'clientSecret': true}"));
      return keep(
          method, path, "/api/datasources/uid/" + body.path("uid").asString(), hidden.put("id", 4));
    }
    if (path.equals("/api/dashboards/db")) {
      var dashboard = (ObjectNode) body.path("dashboard");
      dashboard.put("id", 7).put("version", 3);
      var kept = object("{'meta': {'canEdit': true}}");
      kept.set("dashboard", dashboard);
      things.put("/api/dashboards/uid/" + dashboard.path("uid").asString(), kept);
      return folderMustExist(body.path("folderUid"));
    }
    return changeAlerting(method, path.substring(ALERTING.length()), body);
  }

  private String changeAlerting(String method, String path, ObjectNode body) {
    body.put("provenance", "api");
    if (path.startsWith("contact-points")) {
      var settings = (ObjectNode) body.path("settings");
      SECRETS.stream().filter(settings::has).forEach(secret -> settings.put(secret, "[REDACTED]"));
      var there = "contact-points/" + body.path("uid").asString();
      return keep(method, ALERTING + path, ALERTING + there, body);
    }
    if (path.startsWith("mute-timings")) {
      var there = "mute-timings/" + body.path("name").asString();
      return keep(method, ALERTING + path, ALERTING + there, body);
    }
    if (path.startsWith("folder/")) {
      for (var rule : body.path("rules")) {
        ((ObjectNode) rule).put("id", 11).put("orgID", 1).put("provenance", "api");
        for (var query : rule.path("data")) {
          ((ObjectNode) query.path("model")).put("intervalMs", 1000).put("maxDataPoints", 43200);
        }
      }
      things.put(ALERTING + path, body);
      return folderMustExist(body.path("folderUid"));
    }
    things.put(ALERTING + path, body);
    return path.equals("policies") ? namesMustExist(body) : "";
  }

  /** What is there is changed under its own address, and what is not is made without one. */
  private String keep(String method, String path, String there, ObjectNode body) {
    var isChange = path.equals(there);
    if (isChange != method.equals("PUT") || isChange != things.containsKey(there)) {
      return method + " is not how this is done";
    }
    things.put(there, body);
    return "";
  }

  private String folderMustExist(JsonNode uid) {
    return things.containsKey("/api/folders/" + uid.asString()) ? "" : "folder not found";
  }

  private String namesMustExist(JsonNode route) {
    var name = route.path("receiver").asString();
    var isThere =
        under(ALERTING + "contact-points/").stream()
            .anyMatch(point -> point.path("name").asString().equals(name));
    if (!isThere) {
      return "receiver " + name + " does not exist";
    }
    for (var mute : route.path("mute_time_intervals")) {
      if (!things.containsKey(ALERTING + "mute-timings/" + mute.asString())) {
        return "mute timing " + mute.asString() + " does not exist";
      }
    }
    return Provisioning.stream(route.path("routes"))
        .map(this::namesMustExist)
        .filter(refusal -> !refusal.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
    var bytes = Provisioning.JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Provisioning.JSON.readTree(json.replace('\'', '"'));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
