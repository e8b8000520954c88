package io.groceryplanner.infra.arm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code reference} answers: properties that exist once a resource does, made up here. */
public final class KnownInTheCloud {

  private static final Map<String, Function<String, ObjectNode>> BY_TYPE =
      Map.of(
          "Microsoft.ManagedIdentity/userAssignedIdentities",
          name ->
              object()
                  .put("clientId", id("client of " + name))
                  .put("principalId", id("principal of " + name)),
          "Microsoft.ContainerRegistry/registries",
          name -> object().put("loginServer", name + ".azurecr.io"),
          "Microsoft.KeyVault/vaults",
          name -> object().put("vaultUri", "https://" + name + ".vault.azure.net/"),
          "Microsoft.DBforPostgreSQL/flexibleServers",
          name -> object().put("fullyQualifiedDomainName", name + ".postgres.database.azure.com"),
          "Microsoft.App/managedEnvironments",
          _ -> object().put("defaultDomain", "example.azurecontainerapps.io"),
          "Microsoft.App/containerApps",
          name -> {
            var app = object();
            app.putObject("configuration")
                .putObject("ingress")
                .put("fqdn", name + ".example.azurecontainerapps.io");
            return app;
          });

  private KnownInTheCloud() {}

  public static JsonNode of(String resourceId) {
    var path = resourceId.substring(resourceId.lastIndexOf("/providers/") + 11).split("/");
    var known = path.length == 3 ? BY_TYPE.get(path[0] + "/" + path[1]) : null;
    if (known == null) {
      throw new TemplateException("nothing is known of " + resourceId);
    }
    return known.apply(path[2]);
  }

  /** The object id of an identity with this name. */
  public static String principal(String identity) {
    return id("principal of " + identity);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String id(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(UTF_8)).toString();
  }
}
