package io.groceryplanner.infra;

import static io.groceryplanner.infra.Delivery.container;
import static io.groceryplanner.infra.Delivery.env;
import static io.groceryplanner.infra.Delivery.initContainer;

import io.groceryplanner.infra.arm.ResolvedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What runs: INFRA-001's numbers, and what only works together. */
final class AppRules {

  /** What a B1ms leaves to users: learn.microsoft.com, Azure Database for PostgreSQL, limits. */
  private static final int USER_CONNECTIONS = 35;

  /** Of Flyway, which locks with one and migrates with another. */
  private static final int CONNECTIONS_OF_A_MIGRATION = 2;

  static final List<Rule<Delivery>> ALL =
      List.of(
          new Rule<>("web is of the planned size", d -> sized(d.web(), 0.5, "1Gi", 1, 3, "100")),
          new Rule<>("ai-service is of the planned size", d -> sized(d.ai(), 1, "2Gi", 0, 2, "10")),
          new Rule<>(
              "web is probed as planned",
              d ->
                  probed(
                      d.web(),
                      Map.of(
                          "Startup", "/health/live 0 2 30",
                          "Liveness", "/health/live 0 30 3",
                          "Readiness", "/health/ready 10 10 3"))),
          new Rule<>(
              "ai-service is probed as planned",
              d ->
                  probed(
                      d.ai(),
                      Map.of(
                          "Startup", "/health/live 0 3 60",
                          "Liveness", "/health/live 0 30 3",
                          "Readiness", "/health/ready 60 10 3"))),
          new Rule<>("ports are those of program and image", AppRules::ports),
          new Rule<>("connections of overlapping revisions fit the server", AppRules::connections),
          new Rule<>("sticky sessions have a single revision", AppRules::sticky),
          new Rule<>("ai-service is reached from inside alone, by its name", AppRules::internal),
          new Rule<>("web knows when ai-service falls asleep", AppRules::sleep),
          new Rule<>("traffic adds up to all of it", AppRules::traffic),
          new Rule<>("what is run is named by its digest", AppRules::digests),
          new Rule<>("every secret that is used is declared, and the other way", AppRules::secrets),
          new Rule<>("every setting is one that the program reads", AppRules::settings),
          new Rule<>("the init container is the migration job", AppRules::migrations),
          new Rule<>("a new ai-service is looked at where web finds it", AppRules::looks));

  private AppRules() {}

  private static List<String> sized(
      ResolvedResource app, double cpu, String memory, int least, int most, String requests) {
    var template = app.at("/properties/template");
    return differences(
        Map.of(
            "cpu", cpu,
            "memory", memory,
            "minReplicas", least,
            "maxReplicas", most,
            "concurrentRequests", requests),
        Map.of(
            "cpu", template.at("/containers/0/resources/cpu").asDouble(-1),
            "memory", template.at("/containers/0/resources/memory").asString(""),
            "minReplicas", template.at("/scale/minReplicas").asInt(-1),
            "maxReplicas", template.at("/scale/maxReplicas").asInt(-1),
            "concurrentRequests",
                template.at("/scale/rules/0/http/metadata/concurrentRequests").asString("")));
  }

  /**
   * @param planned by type: path, initial delay, period and failures; 0, 10 and 3 where not said
   */
  private static List<String> probed(ResolvedResource app, Map<String, String> planned) {
    var found = new TreeMap<String, Object>();
    for (var probe : container(app).path("probes")) {
      found.put(
          probe.path("type").asString(""),
          "%s %d %d %d"
              .formatted(
                  probe.at("/httpGet/path").asString(""),
                  probe.path("initialDelaySeconds").asInt(0),
                  probe.path("periodSeconds").asInt(10),
                  probe.path("failureThreshold").asInt(3)));
    }
    return differences(planned, found);
  }

  private static List<String> differences(Map<String, ?> planned, Map<String, ?> found) {
    var broken = new ArrayList<String>();
    planned.forEach((name, value) -> {
      if (!value.equals(found.get(name))) {
        broken.add("%s is %s, not %s".formatted(name, found.get(name), value));
      }
    });
    return broken;
  }

  private static List<String> ports(Delivery delivery) {
    return Stream.concat(
            ports(delivery.web(), "PORT", Repository.WEB).stream(),
            ports(delivery.ai(), "AI_PORT", Repository.AI).stream())
        .toList();
  }

  private static List<String> ports(
      ResolvedResource app, String setting, Repository.Program program) {
    int port = app.at("/properties/configuration/ingress/targetPort").asInt(-1);
    var broken = new ArrayList<String>();
    if (!env(container(app), setting).equals(String.valueOf(port))) {
      broken.add(app.name() + " is not told to listen on " + port);
    }
    container(app)
        .path("probes")
        .valueStream()
        .map(probe -> probe.at("/httpGet/port").asInt(-1))
        .filter(probed -> probed != port)
        .forEach(probed -> broken.add(app.name() + " is probed on " + probed));
    if (program.defaultPort() != port) {
      broken.add(app.name() + " listens on %d by itself".formatted(program.defaultPort()));
    }
    program
        .exposedPort()
        .filter(exposed -> exposed != port)
        .ifPresent(
            exposed -> broken.add("the image of %s exposes %d".formatted(app.name(), exposed)));
    return broken;
  }

  /** A deployment starts all new replicas before it ends the old ones. */
  private static List<String> connections(Delivery delivery) {
    int replicas = delivery.web().at("/properties/template/scale/maxReplicas").asInt();
    int pool = Integer.parseInt(env(container(delivery.web()), "DATABASE_POOL_SIZE"));
    int most = replicas * 2 * (pool + 1) + CONNECTIONS_OF_A_MIGRATION;
    return most <= USER_CONNECTIONS
        ? List.of()
        : List.of("up to %d connections, of %d".formatted(most, USER_CONNECTIONS));
  }

  private static List<String> sticky(Delivery delivery) {
    var broken = new ArrayList<String>();
    for (var app : List.of(delivery.web(), delivery.ai())) {
      var configuration = app.at("/properties/configuration");
      boolean isSticky =
          configuration.at("/ingress/stickySessions/affinity").asString("").equals("sticky");
      if (isSticky && !configuration.path("activeRevisionsMode").asString("").equals("Single")) {
        broken.add(app.name() + " has sticky sessions and several revisions");
      }
      if (app.equals(delivery.web()) && !isSticky) {
        broken.add("a screen of web lives in one replica");
      }
    }
    return broken;
  }

  private static List<String> internal(Delivery delivery) {
    var ingress = delivery.ai().at("/properties/configuration/ingress");
    return differences(
        Map.of(
            "external",
            false,
            "transport",
            "http",
            "allowInsecure",
            true,
            "AI_SERVICE_URL",
            "http://" + delivery.ai().name(),
            "web's ingress",
            "external true, insecure false"),
        Map.of(
            "external", ingress.path("external").asBoolean(true),
            "transport", ingress.path("transport").asString(""),
            "allowInsecure", ingress.path("allowInsecure").asBoolean(false),
            "AI_SERVICE_URL", env(container(delivery.web()), "AI_SERVICE_URL"),
            "web's ingress",
                "external %s, insecure %s"
                    .formatted(
                        delivery
                            .web()
                            .at("/properties/configuration/ingress/external")
                            .asBoolean(false),
                        delivery
                            .web()
                            .at("/properties/configuration/ingress/allowInsecure")
                            .asBoolean(true))));
  }

  private static List<String> sleep(Delivery delivery) {
    var cooldown = delivery.ai().at("/properties/template/scale/cooldownPeriod").asInt(-1) + "s";
    var known = env(container(delivery.web()), "AI_SLEEPS_AFTER");
    return known.equals(cooldown)
        ? List.of()
        : List.of("it does after %s, and web thinks after '%s'".formatted(cooldown, known));
  }

  private static List<String> traffic(Delivery delivery) {
    int sum =
        delivery
            .ai()
            .at("/properties/configuration/ingress/traffic")
            .valueStream()
            .mapToInt(part -> part.path("weight").asInt())
            .sum();
    return sum == 100 ? List.of() : List.of("ai-service's traffic comes to " + sum);
  }

  private static List<String> digests(Delivery delivery) {
    return programs(delivery)
        .map(program -> program.path("image").asString(""))
        .filter(image -> !image.matches("[^@]+@sha256:[0-9a-f]{64}"))
        .toList();
  }

  private static Stream<JsonNode> programs(Delivery delivery) {
    return Stream.of(
        container(delivery.web()),
        initContainer(delivery.web()),
        container(delivery.ai()),
        container(delivery.migration()),
        container(delivery.look()));
  }

  private static List<String> secrets(Delivery delivery) {
    var broken = new ArrayList<String>();
    for (var app : delivery.programs()) {
      var declared = names(app.at("/properties/configuration/secrets"), "name");
      var used = names(container(app).path("env"), "secretRef");
      used.addAll(names(initContainer(app).path("env"), "secretRef"));
      if (!declared.equals(used)) {
        broken.add("%s declares %s and uses %s".formatted(app.name(), declared, used));
      }
    }
    return broken;
  }

  private static TreeSet<String> names(JsonNode list, String property) {
    return list.valueStream()
        .filter(entry -> entry.has(property))
        .map(entry -> entry.path(property).asString(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> settings(Delivery delivery) {
    var ofWeb = Repository.WEB.settings();
    var ofAi = Repository.AI.settings();
    return Stream.of(
            names(container(delivery.web()).path("env"), "name").stream()
                .filter(name -> !ofWeb.contains(name)),
            names(initContainer(delivery.web()).path("env"), "name").stream()
                .filter(name -> !ofWeb.contains(name)),
            names(container(delivery.migration()).path("env"), "name").stream()
                .filter(name -> !ofWeb.contains(name)),
            names(container(delivery.ai()).path("env"), "name").stream()
                .filter(name -> !ofAi.contains(name)))
        .flatMap(names -> names)
        .map(name -> name + " is read by nobody")
        .toList();
  }

  private static List<String> migrations(Delivery delivery) {
    var init = initContainer(delivery.web());
    var job = container(delivery.migration());
    return init.equals(job) && job.path("args").toString().equals("[\"--migrate\"]")
        ? List.of()
        : List.of("they differ: %s and %s".formatted(init, job));
  }

  private static List<String> looks(Delivery delivery) {
    var args = container(delivery.look()).path("args").toString();
    var wanted =
        "[\"--look\",\"http://%s.internal.example.azurecontainerapps.io/health/ready\"]"
            .formatted(delivery.ai().name());
    return args.equals(wanted) ? List.of() : List.of("it is looked at by " + args);
  }
}
