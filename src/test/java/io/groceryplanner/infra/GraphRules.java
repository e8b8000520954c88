package io.groceryplanner.infra;

import io.groceryplanner.infra.arm.ResolvedResource;
import io.groceryplanner.infra.arm.ResolvedTemplate;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/** In which order Azure makes things. */
final class GraphRules {

  private static final String PART_OF_SERVER = "Microsoft.DBforPostgreSQL/flexibleServers/";

  static final List<Rule<ResolvedTemplate>> ALL =
      List.of(
          new Rule<>("every dependency is a resource of the template", GraphRules::unknown),
          new Rule<>("no resource waits for itself", GraphRules::cycles),
          new Rule<>("what a resource is made from is there before it", GraphRules::uncovered),
          new Rule<>("no resource is there twice", GraphRules::twice),
          new Rule<>("the parts of the database server follow one another", GraphRules::sideBySide),
          new Rule<>("a database is made after its administrators", GraphRules::databaseTooEarly),
          new Rule<>("what costs money is tagged", GraphRules::untagged));

  private GraphRules() {}

  private static List<String> unknown(ResolvedTemplate template) {
    return template.resources().stream()
        .flatMap(resource ->
            resource.unknownDependencies().stream()
                .map(wanted -> resource.name() + " waits for " + wanted))
        .toList();
  }

  private static List<String> cycles(ResolvedTemplate template) {
    return template
        .deployed()
        .filter(resource -> template.before(resource).contains(resource.id()))
        .map(ResolvedResource::id)
        .toList();
  }

  /** Also its scope, and what it is a part of. */
  private static List<String> uncovered(ResolvedTemplate template) {
    return template
        .deployed()
        .flatMap(resource -> {
          var needed = new TreeSet<>(resource.mentioned());
          needed.add(resource.scope());
          needed.add(resource.parentId());
          needed.remove(resource.id());
          needed.removeAll(template.before(resource));
          return needed.stream()
              .filter(id -> template.find(id).filter(ResolvedResource::isDeployed).isPresent())
              .map(id -> resource.name() + " needs " + id);
        })
        .toList();
  }

  private static List<String> twice(ResolvedTemplate template) {
    var seen = new HashSet<String>();
    return template.resources().stream()
        .map(ResolvedResource::id)
        .filter(id -> !seen.add(id))
        .toList();
  }

  private static List<String> sideBySide(ResolvedTemplate template) {
    var parts = template.deployed().filter(part -> part.type().startsWith(PART_OF_SERVER)).toList();
    return parts.stream()
        .flatMap(one ->
            parts.stream()
                .filter(other -> one.id().compareTo(other.id()) < 0)
                .filter(other -> !template.before(one).contains(other.id()))
                .filter(other -> !template.before(other).contains(one.id()))
                .map(other -> one.name() + " and " + other.name()))
        .toList();
  }

  private static List<String> databaseTooEarly(ResolvedTemplate template) {
    var administrators = template.list(PART_OF_SERVER + "administrators");
    return template.list(PART_OF_SERVER + "databases").stream()
        .filter(database ->
            administrators.isEmpty()
                || !administrators.stream()
                    .allMatch(one -> template.before(database).contains(one.id())))
        .map(ResolvedResource::name)
        .toList();
  }

  private static List<String> untagged(ResolvedTemplate template) {
    return template
        .deployed()
        .filter(resource -> resource.body().has("location"))
        .filter(resource ->
            !resource.at("/tags/application").asString("").equals("grocery-planner")
                || resource.at("/tags/environment").asString("").isBlank())
        .map(ResolvedResource::name)
        .toList();
  }
}
