package io.groceryplanner.infra.arm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** All resources of a template and of those nested in it. */
public record ResolvedTemplate(List<ResolvedResource> resources, Map<String, JsonNode> outputs) {

  public Stream<ResolvedResource> deployed() {
    return resources.stream().filter(ResolvedResource::isDeployed);
  }

  /** Those that are deployed. */
  public List<ResolvedResource> list(String type) {
    return deployed().filter(resource -> resource.type().equals(type)).toList();
  }

  /** The only deployed one of its type with this name. */
  public ResolvedResource get(String type, String name) {
    return list(type).stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new TemplateException("there is no %s '%s'".formatted(type, name)));
  }

  public Optional<ResolvedResource> find(String id) {
    return resources.stream().filter(resource -> resource.id().equals(id)).findFirst();
  }

  /**
   * Ids of everything that is surely there before this resource is begun, also by way of others. A
   * resource that is not deployed passes nothing on: Azure takes it out of the chain.
   */
  public Set<String> before(ResolvedResource resource) {
    var before = new LinkedHashSet<String>();
    collectBefore(resource, before);
    return before;
  }

  private void collectBefore(ResolvedResource resource, Set<String> before) {
    for (var id : resource.dependsOn()) {
      find(id)
          .filter(ResolvedResource::isDeployed)
          .filter(found -> before.add(found.id()))
          .ifPresent(found -> collectBefore(found, before));
    }
  }
}
