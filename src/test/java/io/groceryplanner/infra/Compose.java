package io.groceryplanner.infra;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A production-like run on one machine, and what it keeps to.
 *
 * @param example of what may stand in .env
 */
record Compose(String example, JsonNode services) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:[?-][^}]*)?}");
  private static final Pattern SET = Pattern.compile("(?m)^([A-Z_]+)=(.*)$");
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|_KEY|STRING)$");
  private static final Pattern TAGGED = Pattern.compile("[\\w./-]+:(?!latest$)[\\w.-]+");

  /** What each program is made from, by its service. */
  private static final Map<String, Repository.Program> PROGRAMS =
      Map.of("web", Repository.WEB, "migrate", Repository.WEB, "ai-service", Repository.AI);

  private static final Set<String> STARTED =
      Set.of("web", "migrate", "ai-service", "postgres", "azurite", "mail");

  static final List<Rule<Compose>> ALL =
      List.of(
          rule("all is there", c -> Stream.of(c.started()).filter(all -> !all.equals(STARTED))),
          rule(
              "images have a tag that says what they are",
              c -> c.breaking(one -> TAGGED.matcher(one.path("image").asString("")).matches())),
          rule(
              "programs are built from their own recipe",
              c ->
                  Stream.of("web", "ai-service")
                      .filter(name ->
                          !c.services
                              .at("/" + name + "/build/dockerfile")
                              .asString("")
                              .equals(
                                  requireNonNull(PROGRAMS.get(name))
                                      .folder()
                                      .resolve("Dockerfile.prod")
                                      .toString()))),
          rule("nothing is reached from other machines", Compose::openPorts),
          rule(
              "nothing is written but where it is said",
              c -> c.breaking(one -> one.path("read_only").asBoolean(false))),
          rule(
              "nobody has rights, and nobody gains any",
              c ->
                  c.breaking(one ->
                      one.path("cap_drop").toString().equals("[\"ALL\"]")
                          && one.path("security_opt")
                              .toString()
                              .contains("no-new-privileges:true"))),
          rule(
              "what others wait for says how it is",
              c ->
                  Stream.of("postgres", "azurite", "mail")
                      .filter(name -> !c.services.path(name).path("healthcheck").has("test"))),
          rule(
              "the tables are there before web",
              c ->
                  Stream.of(c.services.at("/web/depends_on/migrate/condition").asString(""))
                      .filter(when -> !when.equals("service_completed_successfully"))),
          rule("every setting is one that the program reads", Compose::unread),
          rule(
              "web finds ai-service where it listens",
              c ->
                  Stream.of(c.services.at("/web/environment/AI_SERVICE_URL").asString(""))
                      .filter(
                          url -> !url.equals("http://ai-service:" + Repository.AI.defaultPort()))),
          rule(
              "every program writes its log for machines",
              c ->
                  PROGRAMS.keySet().stream()
                      .filter(name ->
                          !c.services
                              .at("/" + name + "/environment/SPRING_PROFILES_ACTIVE")
                              .asString("")
                              .equals("prod"))),
          rule("secrets come from .env", Compose::secretsInside),
          rule("web does not know the owner's password", Compose::ownersOfWeb),
          rule("the example names every variable, and no other", Compose::exampleDiffers));

  static Compose parse(String text, String example) {
    JsonNode document = MAPPER.valueToTree(new Yaml().load(text));
    return new Compose(example, document.path("services"));
  }

  private Set<String> started() {
    return services
        .propertyStream()
        .filter(service -> !service.getValue().has("profiles"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Stream<String> breaking(Predicate<JsonNode> right) {
    return started().stream().filter(name -> !right.test(services.path(name)));
  }

  private Stream<String> openPorts() {
    return services
        .valueStream()
        .flatMap(service -> service.path("ports").valueStream())
        .map(port -> port.asString(""))
        .filter(port -> !port.startsWith("127.0.0.1:"));
  }

  private Stream<String> unread() {
    return PROGRAMS.entrySet().stream()
        .flatMap(program ->
            services
                .path(program.getKey())
                .path("environment")
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !program.getValue().settings().contains(name)));
  }

  private Stream<String> secretsInside() {
    return services
        .propertyStream()
        .filter(service -> started().contains(service.getKey()))
        .flatMap(service -> service.getValue().path("environment").propertyStream())
        .filter(setting -> SECRET.matcher(setting.getKey()).matches())
        .filter(setting -> !setting.getValue().asString("").contains(":?"))
        .map(Map.Entry::getKey);
  }

  private Stream<String> ownersOfWeb() {
    return services
        .path("web")
        .path("environment")
        .propertyStream()
        .map(Map.Entry::toString)
        .filter(setting -> setting.contains("OWNER"));
  }

  private Stream<String> exampleDiffers() {
    var asked = names(VARIABLE, started().stream().map(name -> services.path(name).toString()));
    var given = names(SET, Stream.of(example));
    // Ports may be set, and need not be.
    asked.removeIf(name -> name.endsWith("_PORT"));
    return asked.equals(given) ? Stream.of() : Stream.of("%s, not %s".formatted(asked, given));
  }

  private static Set<String> names(Pattern pattern, Stream<String> texts) {
    return texts
        .flatMap(text -> pattern.matcher(text).results())
        .map((MatchResult hit) -> hit.group(1))
        .collect(Collectors.toSet());
  }

  private static Rule<Compose> rule(String name, Function<Compose, Stream<?>> broken) {
    return new Rule<>(name, compose -> broken.apply(compose).map(Object::toString).toList());
  }
}
