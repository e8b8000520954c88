import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings {@code grafana-provisioning/} to a Grafana that takes no files, as Grafana Cloud does:
 * looks what is there, says what differs, and sends that. Run by {@code ./planner grafana push
 * [--dry-run] [--secrets]}.
 *
 * <p>{@code GRAFANA_URL} says where, {@code GRAFANA_TOKEN} is a service account's. Grafana does not
 * give out secrets that it has, so they cannot be compared: {@code --secrets} sends them anew.
 */
public final class Push {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern DURATION = Pattern.compile("(\\d+)([smh])");
  private static final String ALERTING = "/api/v1/provisioning";

  /** What Grafana Cloud calls the data sources that each stack has from the start. */
  private static final Map<String, String> NAMES_IN_CLOUD =
      new TreeMap<>(
          Map.of(
              "prometheus", "grafanacloud-prom",
              "loki", "grafanacloud-logs",
              "tempo", "grafanacloud-traces"));

  private final Sources sources;
  private final Grafana grafana;
  private final boolean isDryRun;
  private final boolean withSecrets;
  private final boolean hasAzure;
  private int changes;

  private Push(Sources sources, Grafana grafana, List<String> options) {
    this.sources = sources;
    this.grafana = grafana;
    this.isDryRun = options.contains("--dry-run");
    this.withSecrets = options.contains("--secrets");
    this.hasAzure = !environment("AZURE_RULES_PAUSED").equals(Optional.of("true"));
  }

  public static void main(String[] options) {
    try {
      for (var option : options) {
        if (!option.equals("--dry-run") && !option.equals("--secrets")) {
          throw new Refused("There is no option " + option + ", only --dry-run and --secrets.");
        }
      }
      var url = needed("GRAFANA_URL", "the address of Grafana").replaceAll("/+$", "");
      var token = needed("GRAFANA_TOKEN", "the token of a service account with the role Admin");
      var sources = new Sources(Path.of("grafana-provisioning"), Push::environment);
      new Push(sources, new Grafana(url, token), List.of(options)).push();
    } catch (Refused refused) {
      System.err.println("grafana push: " + refused.getMessage());
      System.exit(1);
    }
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  private static String needed(String name, String what) {
    return environment(name).orElseThrow(() -> new Refused(name + " is not set: " + what + "."));
  }

  private void push() {
    // All is read before anything is sent: half a change is worse than none.
    var azure = sources.yaml("datasources/azure-monitor.yaml").at("/datasources/0");
    var datasource = hasAzure ? Optional.of(sources.expanded(azure)) : Optional.<JsonNode>empty();
    var contactPoints = sources.alerting("contactPoints").stream().map(sources::expanded).toList();
    var groups = sources.alerting("groups").stream().map(this::ruleGroup).toList();
    var dashboards = sources.files("dashboards", ".json").stream().map(this::dashboard).toList();
    if (!sources.unset().isEmpty()) {
      throw new Refused(
          "These are used in the files and are not set: "
              + String.join(", ", sources.unset())
              + ".");
    }
    var provider = sources.yaml("dashboards/dashboards.yaml").at("/providers/0");
    var folder = provider.path("folderUid").asString();
    var datasources = datasourceNames();

    folder(folder, provider.path("folder"));
    datasource.ifPresent(this::datasource);
    sources.alerting("templates").forEach(this::template);
    sources.alerting("muteTimes").forEach(this::muteTiming);
    contactPoints.forEach(this::contactPoint);
    sources.alerting("policies").forEach(this::policies);
    dashboards.forEach(dashboard -> dashboard(dashboard, folder));
    groups.forEach(group -> rules(group, folder, datasources));
    sayWhatIsLeftOver(groups, folder);
    System.out.println(
        switch (changes) {
          case 0 -> "Nothing differs.";
          default -> changes + (isDryRun ? " would change; nothing was sent." : " changed.");
        });
  }

  private void folder(String uid, JsonNode title) {
    var wanted = JSON.createObjectNode().put("uid", uid);
    wanted.set("title", title);
    var change = wanted.deepCopy().put("overwrite", true);
    var there = grafana.find("/api/folders/" + uid);
    apply(
        "folder " + title.asString(),
        wanted,
        there,
        false,
        () -> {
          if (there.isThere()) {
            grafana.send("PUT", "/api/folders/" + uid, change);
          } else {
            grafana.send("POST", "/api/folders", wanted);
          }
        });
  }

  private void datasource(JsonNode wanted) {
    var path = "/api/datasources/uid/" + wanted.path("uid").asString();
    var there = grafana.find(path);
    apply(
        "data source " + wanted.path("name").asString(),
        wanted,
        there,
        true,
        () -> {
          if (there.isThere()) {
            grafana.send("PUT", path, wanted);
          } else {
            grafana.send("POST", "/api/datasources", wanted);
          }
        });
  }

  private void template(ObjectNode wanted) {
    var name = wanted.path("name").asString();
    put("template " + name, wanted, ALERTING + "/templates/" + Grafana.encoded(name));
  }

  private void muteTiming(ObjectNode wanted) {
    var name = wanted.path("name").asString();
    var path = ALERTING + "/mute-timings/" + Grafana.encoded(name);
    var there = grafana.find(path);
    apply(
        "mute timing " + name,
        wanted,
        there,
        false,
        () -> {
          if (there.isThere()) {
            grafana.send("PUT", path, wanted);
          } else {
            grafana.send("POST", ALERTING + "/mute-timings", wanted);
          }
        });
  }

  private void contactPoint(JsonNode point) {
    var path = ALERTING + "/contact-points";
    var all = grafana.find(path).body();
    for (var receiver : point.path("receivers")) {
      var wanted = (ObjectNode) receiver.deepCopy();
      wanted.set("name", point.path("name"));
      var there =
          StreamSupport.stream(all.spliterator(), false)
              .filter(it -> it.path("uid").equals(wanted.path("uid")))
              .findFirst()
              .map(it -> new Grafana.Found(true, it))
              .orElse(new Grafana.Found(false, JSON.missingNode()));
      apply(
          "contact point " + point.path("name").asString(),
          wanted,
          there,
          true,
          () -> {
            if (there.isThere()) {
              grafana.send("PUT", path + "/" + wanted.path("uid").asString(), wanted);
            } else {
              grafana.send("POST", path, wanted);
            }
          });
    }
  }

  private void policies(ObjectNode wanted) {
    put("policies", wanted, ALERTING + "/policies");
  }

  private ObjectNode dashboard(Path file) {
    var wanted = (ObjectNode) withNamesInAzure(sources.json(file));
    // Grafana counts ids and versions of its own.
    return wanted.remove(List.of("id", "version"));
  }

  private void dashboard(ObjectNode wanted, String folder) {
    var found = grafana.find("/api/dashboards/uid/" + wanted.path("uid").asString());
    var there = new Grafana.Found(found.isThere(), found.body().path("dashboard"));
    var request = JSON.createObjectNode().put("folderUid", folder).put("overwrite", true);
    request.put("message", "Pushed from grafana-provisioning").set("dashboard", wanted);
    apply(
        "dashboard " + wanted.path("title").asString(),
        wanted,
        there,
        false,
        () -> grafana.send("POST", "/api/dashboards/db", request));
  }

  /** The API's form of a group in a file. */
  private ObjectNode ruleGroup(ObjectNode group) {
    var wanted = JSON.createObjectNode();
    wanted.set("title", group.path("name"));
    wanted.put("interval", seconds(group.path("interval").asString()));
    var rules = wanted.putArray("rules");
    for (var rule : group.path("rules")) {
      var copy = (ObjectNode) rule.deepCopy();
      copy.set("annotations", sources.expandedInBraces(rule.path("annotations")));
      copy.set("labels", sources.expanded(rule.path("labels")));
      var paused = sources.expanded(rule.path("isPaused")).asString("");
      copy.put("isPaused", Boolean.parseBoolean(paused));
      copy.set("ruleGroup", group.path("name"));
      for (var query : copy.path("data")) {
        ((ObjectNode) query).set("model", withNamesInAzure(query.path("model")));
      }
      rules.add(copy);
    }
    return wanted;
  }

  /** Where Grafana expands nothing itself: names that a deployment gives. */
  private JsonNode withNamesInAzure(JsonNode node) {
    return hasAzure ? sources.expandedInBraces(node) : node;
  }

  private void rules(ObjectNode wanted, String folder, Map<String, String> datasources) {
    wanted.put("folderUid", folder);
    for (var rule : wanted.path("rules")) {
      ((ObjectNode) rule).put("folderUID", folder);
      for (var query : rule.path("data")) {
        var uid = query.path("datasourceUid").asString();
        ((ObjectNode) query).put("datasourceUid", datasources.getOrDefault(uid, uid));
      }
    }
    var name = wanted.path("title").asString();
    var path = ALERTING + "/folder/" + folder + "/rule-groups/" + Grafana.encoded(name);
    put("rules " + name, wanted, path);
  }

  /** Under which uid this Grafana has Prometheus, Loki and Tempo: ours, or that of Cloud. */
  private Map<String, String> datasourceNames() {
    Map<String, String> names = new HashMap<>();
    NAMES_IN_CLOUD.forEach((ours, clouds) ->
        names.put(
            ours,
            List.of(ours, clouds).stream()
                .filter(uid -> grafana.find("/api/datasources/uid/" + uid).isThere())
                .findFirst()
                .orElseThrow(() ->
                    new Refused(
                        "Grafana has no data source with the uid '%s' or '%s'."
                            .formatted(ours, clouds)))));
    return names;
  }

  /** Groups in our folder that no file has any more: a person decides about them. */
  private void sayWhatIsLeftOver(List<ObjectNode> groups, String folder) {
    var found = new TreeSet<String>();
    for (var rule : grafana.find(ALERTING + "/alert-rules").body()) {
      if (rule.path("folderUID").asString().equals(folder)) {
        found.add(rule.path("ruleGroup").asString());
      }
    }
    groups.forEach(group -> found.remove(group.path("title").asString()));
    found.forEach(name -> System.out.println("? rules " + name + " are in Grafana and in no file"));
  }

  private void put(String what, ObjectNode wanted, String path) {
    apply(what, wanted, grafana.find(path), false, () -> grafana.send("PUT", path, wanted));
  }

  private void apply(
      String what, JsonNode wanted, Grafana.Found there, boolean hasSecrets, Runnable send) {
    var differences =
        there.isThere()
            ? Comparison.differences(wanted, there.body(), hasSecrets)
            : List.<String>of();
    var isSame = there.isThere() && differences.isEmpty() && !(hasSecrets && withSecrets);
    System.out.println((isSame ? "= " : there.isThere() ? "~ " : "+ ") + what);
    differences.forEach(difference -> System.out.println("    " + difference));
    if (!isSame) {
      changes++;
      if (!isDryRun) {
        send.run();
      }
    }
  }

  private static int seconds(String duration) {
    var parts = DURATION.matcher(duration);
    if (!parts.matches()) {
      throw new Refused("'" + duration + "' is no duration such as 1m.");
    }
    var unit = Map.of("s", 1, "m", 60, "h", 3600);
    return Integer.parseInt(parts.group(1)) * unit.get(parts.group(2));
  }
}
