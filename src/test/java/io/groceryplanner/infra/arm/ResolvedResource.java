package io.groceryplanner.infra.arm;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A resource as Azure would be asked for it.
 *
 * @param scope the id of what it is about: another resource, or the group
 * @param isDeployed whether its condition holds
 * @param dependsOn ids of what must be there before
 * @param unknownDependencies what its {@code dependsOn} says that is no resource of the template
 * @param mentioned ids of resources that its values are made from
 * @param body without the parts that are for the deployment alone
 */
public record ResolvedResource(
    String id,
    String type,
    String name,
    String apiVersion,
    String scope,
    boolean isDeployed,
    List<String> dependsOn,
    List<String> unknownDependencies,
    Set<String> mentioned,
    ObjectNode body) {

  /** By JSON pointer, such as {@code /properties/template}; missing rather than null. */
  public JsonNode at(String pointer) {
    return body.at(pointer);
  }

  /** The id of what this is a part of; its own for what is no part. */
  public String parentId() {
    return name.contains("/") ? id.substring(0, id.lastIndexOf('/', id.lastIndexOf('/') - 1)) : id;
  }
}
