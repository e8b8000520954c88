import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How each kind of thing is looked up in Grafana and sent there. */
final class Kinds {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ALERTING = "/api/v1/provisioning";

  private final Grafana grafana;
  private final Changes changes;
  private final String folder;

  /**
   * @param folder the uid of the folder that everything is in
   */
  Kinds(Grafana grafana, Changes changes, String folder) {
    this.grafana = grafana;
    this.changes = changes;
    this.folder = folder;
  }

  void folder(JsonNode wanted) {
    var there = grafana.find("/api/folders/" + folder);
    var change = ((ObjectNode) wanted.deepCopy()).put("overwrite", true);
    changes.make(
        "folder " + wanted.path("title").asString(),
        wanted,
        there,
        () -> {
          if (there.isThere()) {
            grafana.send("PUT", "/api/folders/" + folder, change);
          } else {
            grafana.send("POST", "/api/folders", wanted);
          }
        });
  }

  void datasource(JsonNode wanted) {
    var path = "/api/datasources/uid/" + wanted.path("uid").asString();
    var there = grafana.find(path);
    changes.makeWithSecrets(
        "data source " + wanted.path("name").asString(),
        wanted,
        there,
        () -> send(there, wanted, path, "/api/datasources"));
  }

  void template(ObjectNode wanted) {
    var name = wanted.path("name").asString();
    put("template " + name, wanted, ALERTING + "/templates/" + Grafana.encoded(name));
  }

  void muteTiming(ObjectNode wanted) {
    var name = wanted.path("name").asString();
    var all = ALERTING + "/mute-timings";
    var path = all + "/" + Grafana.encoded(name);
    var there = grafana.find(path);
    changes.make("mute timing " + name, wanted, there, () -> send(there, wanted, path, all));
  }

  void contactPoint(JsonNode point) {
    var path = ALERTING + "/contact-points";
    var all = grafana.find(path).body();
    for (var receiver : point.path("receivers")) {
      var wanted = (ObjectNode) receiver.deepCopy();
      wanted.set("name", point.path("name"));
      var there = find(all, wanted.path("uid"));
      changes.makeWithSecrets(
          "contact point " + point.path("name").asString(),
          wanted,
          there,
          () -> send(there, wanted, path + "/" + wanted.path("uid").asString(), path));
    }
  }

  private static Grafana.Found find(JsonNode all, JsonNode uid) {
    return StreamSupport.stream(all.spliterator(), false)
        .filter(it -> it.path("uid").equals(uid))
        .findFirst()
        .map(it -> new Grafana.Found(true, it))
        .orElse(new Grafana.Found(false, JSON.missingNode()));
  }

  void policies(ObjectNode wanted) {
    put("policies", wanted, ALERTING + "/policies");
  }

  void dashboard(ObjectNode wanted) {
    var found = grafana.find("/api/dashboards/uid/" + wanted.path("uid").asString());
    var there = new Grafana.Found(found.isThere(), found.body().path("dashboard"));
    var request = JSON.createObjectNode().put("folderUid", folder).put("overwrite", true);
    request.put("message", "Pushed from grafana-provisioning").set("dashboard", wanted);
    changes.make(
        "dashboard " + wanted.path("title").asString(),
        wanted,
        there,
        () -> grafana.send("POST", "/api/dashboards/db", request));
  }

  void rules(ObjectNode wanted) {
    wanted.put("folderUid", folder);
    for (var rule : wanted.path("rules")) {
      ((ObjectNode) rule).put("folderUID", folder);
    }
    var name = wanted.path("title").asString();
    var path = ALERTING + "/folder/" + folder + "/rule-groups/" + Grafana.encoded(name);
    put("rules " + name, wanted, path);
  }

  /** Groups in our folder that no file has any more: a person decides about them. */
  void sayWhatIsLeftOver(List<ObjectNode> groups) {
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
    changes.make(what, wanted, grafana.find(path), () -> grafana.send("PUT", path, wanted));
  }

  /**
   * @param path of the one, where it is there
   * @param all where a new one is sent to
   */
  private void send(Grafana.Found there, JsonNode wanted, String path, String all) {
    if (there.isThere()) {
      grafana.send("PUT", path, wanted);
    } else {
      grafana.send("POST", all, wanted);
    }
  }
}
