package io.groceryplanner.infra;

import static io.groceryplanner.infra.Delivery.container;
import static io.groceryplanner.infra.Delivery.env;
import static io.groceryplanner.infra.Delivery.initContainer;

import io.groceryplanner.infra.arm.KnownInTheCloud;
import io.groceryplanner.infra.arm.ResolvedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who may do what: each as little as it needs, and nobody by a password. */
final class AccessRules {

  private static final String IDENTITY = "Microsoft.ManagedIdentity/userAssignedIdentities";
  private static final String ROLE = "Microsoft.Authorization/roleAssignments";

  private static final Map<String, String> ROLES =
      Map.of(
          "7f951dda-4ed3-4680-a7ca-43fe172d538d", "AcrPull",
          "8311e382-0749-4cb8-b61a-304f252e45ec", "AcrPush",
          "4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User",
          "ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Storage Blob Data Contributor",
          "acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader",
          "358470bc-b998-42bd-ab17-a7e34c199c0f", "Container Apps Contributor",
          "4e3d2b60-56ae-4dc6-a233-09c8e5a82e68", "Container Apps Jobs Contributor",
          "f1a07417-d97a-45cb-824c-7a7467783830", "Managed Identity Operator",
          "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd", "Cognitive Services OpenAI User");

  /** All there are. A further one is a decision, and is written here. */
  private static final Set<String> RIGHTS =
      Set.of(
          "web: AcrPull on the registry",
          "ai: AcrPull on the registry",
          "migrate: AcrPull on the registry",
          "web: Key Vault Secrets User on secrets/app-secret",
          "web: Key Vault Secrets User on secrets/otlp-headers",
          "ai: Key Vault Secrets User on secrets/otlp-headers",
          "web: Storage Blob Data Contributor on containers/receipts",
          "github: AcrPush on the registry",
          "github: Reader on the group",
          "github: Container Apps Contributor on the group",
          "github: Container Apps Jobs Contributor on the group",
          "github: Managed Identity Operator on web's identity",
          "github: Managed Identity Operator on ai's identity",
          "github: Managed Identity Operator on migrate's identity");

  static final List<Rule<Delivery>> ALL =
      List.of(
          new Rule<>("rights are those that are needed", AccessRules::rights),
          new Rule<>("each program has its own identity", AccessRules::identities),
          new Rule<>("who pulls an image or reads a secret may", AccessRules::mayRead),
          new Rule<>("there are no passwords", AccessRules::passwords),
          new Rule<>("the database is entered by an identity that fits", AccessRules::logins),
          new Rule<>("workflows sign in from their environment alone", AccessRules::federation),
          new Rule<>("apps.json stands on what main.json laid", AccessRules::foundation));

  private AccessRules() {}

  private static List<String> rights(Delivery delivery) {
    var found = rightsOf(delivery);
    var broken = new ArrayList<String>();
    found.stream()
        .filter(right -> !RIGHTS.contains(right))
        .forEach(right -> broken.add("too much: " + right));
    RIGHTS.stream()
        .filter(right -> !found.contains(right))
        .forEach(right -> broken.add("missing: " + right));
    return broken;
  }

  private static Set<String> rightsOf(Delivery delivery) {
    return delivery.foundation().list(ROLE).stream()
        .map(role -> {
          var id = role.at("/properties/roleDefinitionId").asString("");
          return "%s: %s on %s"
              .formatted(
                  who(delivery, role.at("/properties/principalId").asString("")),
                  ROLES.getOrDefault(id.substring(id.lastIndexOf('/') + 1), id),
                  on(role.scope()));
        })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String who(Delivery delivery, String principal) {
    return delivery.foundation().list(IDENTITY).stream()
        .map(ResolvedResource::name)
        .filter(name -> KnownInTheCloud.principal(name).equals(principal))
        .map(AccessRules::shortName)
        .findFirst()
        .orElse(principal);
  }

  private static String shortName(String identity) {
    return identity.substring(identity.lastIndexOf('-') + 1);
  }

  private static String on(String scope) {
    var parts = List.of(scope.split("/"));
    if (scope.equals(Delivery.PLACE.groupId())) {
      return "the group";
    }
    var type = parts.get(parts.size() - 2);
    return switch (type) {
      case "registries" -> "the registry";
      case "userAssignedIdentities" -> shortName(scope) + "'s identity";
      default -> type + "/" + parts.getLast();
    };
  }

  private static List<String> identities(Delivery delivery) {
    return Stream.of(
            wrong(delivery.web(), Set.of("web Main", "migrate Init")),
            wrong(delivery.ai(), Set.of("ai None")),
            wrong(delivery.migration(), Set.of("migrate Main")),
            wrong(delivery.look(), Set.of("ai None")))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> wrong(ResolvedResource app, Set<String> planned) {
    var used =
        app.at("/properties/configuration/identitySettings")
            .valueStream()
            .map(setting ->
                shortName(setting.path("identity").asString(""))
                    + " "
                    + setting.path("lifecycle").asString("All"))
            .collect(Collectors.toSet());
    var assigned =
        app.at("/identity/userAssignedIdentities").propertyNames().stream()
            .map(AccessRules::shortName)
            .collect(Collectors.toSet());
    var inSettings = used.stream().map(one -> one.split(" ")[0]).collect(Collectors.toSet());
    return used.equals(planned) && assigned.equals(inSettings)
        ? List.of()
        : List.of("%s has %s, used as %s".formatted(app.name(), assigned, used));
  }

  private static List<String> mayRead(Delivery delivery) {
    var rights = rightsOf(delivery);
    var broken = new ArrayList<String>();
    for (var app : delivery.programs()) {
      var configuration = app.at("/properties/configuration");
      for (var registry : configuration.path("registries")) {
        need(rights, registry, "AcrPull on the registry", broken);
      }
      for (var secret : configuration.path("secrets")) {
        var name =
            secret.path("keyVaultUrl").asString("").replaceFirst(".*?/secrets/([^/]+).*", "$1");
        need(rights, secret, "Key Vault Secrets User on secrets/" + name, broken);
      }
    }
    return broken;
  }

  private static void need(Set<String> rights, JsonNode user, String right, List<String> broken) {
    var wanted = shortName(user.path("identity").asString("")) + ": " + right;
    if (!rights.contains(wanted)) {
      broken.add("missing: " + wanted);
    }
  }

  private static List<String> passwords(Delivery delivery) {
    var foundation = delivery.foundation();
    var broken = new ArrayList<String>();
    Stream.of(
            Differences.in(
                delivery.foundation("Microsoft.ContainerRegistry/registries"),
                Map.of("/properties/adminUserEnabled", "false")),
            Differences.in(
                delivery.foundation("Microsoft.Storage/storageAccounts"),
                Map.of(
                    "/properties/allowSharedKeyAccess", "false",
                    "/properties/allowBlobPublicAccess", "false")),
            Differences.in(
                delivery.foundation("Microsoft.DBforPostgreSQL/flexibleServers"),
                Map.of(
                    "/properties/authConfig/passwordAuth", "\"Disabled\"",
                    "/properties/authConfig/activeDirectoryAuth", "\"Enabled\"")),
            Differences.in(
                delivery.foundation("Microsoft.KeyVault/vaults"),
                Map.of("/properties/enableRbacAuthorization", "true")),
            Differences.in(
                delivery.foundation("Microsoft.OperationalInsights/workspaces"),
                Map.of("/properties/features/disableLocalAuth", "true")))
        .forEach(broken::addAll);
    Stream.concat(foundation.deployed(), delivery.apps().deployed())
        .flatMap(resource ->
            Found.in(resource.body())
                .filter(found ->
                    found
                            .key()
                            .matches(
                                "(?i).*(password|passwordSecretRef|sharedKey|connectionString)")
                        || (found.key().equals("name") && found.text().contains("PASSWORD")))
                .map(found -> resource.name() + found.path()))
        .forEach(broken::add);
    for (var app : delivery.programs()) {
      app.at("/properties/configuration/secrets")
          .valueStream()
          .filter(secret -> secret.has("value") || !secret.has("keyVaultUrl"))
          .forEach(secret -> broken.add(app.name() + " has a secret of its own"));
    }
    return broken;
  }

  private static List<String> logins(Delivery delivery) {
    var broken = new ArrayList<String>();
    var web = container(delivery.web());
    var migration = initContainer(delivery.web());
    check(broken, env(web, "DATABASE_URL"), env(web, "DATABASE_USERNAME"));
    check(broken, env(migration, "DATABASE_URL"), env(migration, "DATABASE_OWNER_USERNAME"));
    if (!env(web, "DATABASE_USERNAME").equals(env(migration, "DATABASE_USERNAME"))
        || !env(migration, "DATABASE_LOGIN_OBJECT_ID")
            .equals(KnownInTheCloud.principal(env(web, "DATABASE_USERNAME")))) {
      broken.add("the migration lets somebody else in than web");
    }
    if (!env(web, "MIGRATE_AT_START").equals("false")) {
      broken.add("web migrates, which it may not");
    }
    return broken;
  }

  /** The client id must be that of the identity whose name is the login. */
  private static void check(List<String> broken, String url, String login) {
    var client =
        KnownInTheCloud.of(Delivery.PLACE.resourceId(IDENTITY, List.of(login)))
            .path("clientId")
            .asString("");
    for (var part :
        List.of(
            ".postgres.database.azure.com:5432/grocery_planner?",
            "sslmode=verify-full",
            "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
            "authenticationPluginClassName=com.azure.identity.extensions.jdbc.postgresql.AzurePostgresqlAuthenticationPlugin",
            "azure.managedIdentityEnabled=true",
            "azure.clientId=" + client)) {
      if (!url.contains(part)) {
        broken.add("%s is not in %s".formatted(part, url));
      }
    }
  }

  private static List<String> federation(Delivery delivery) {
    var environment =
        delivery.foundation("Microsoft.KeyVault/vaults").at("/tags/environment").asString("");
    return Differences.in(
        delivery.foundation(IDENTITY + "/federatedIdentityCredentials"),
        Map.of(
            "/properties/issuer", "\"https://token.actions.githubusercontent.com\"",
            "/properties/subject",
                "\"repo:somebody/grocery-planner:environment:" + environment + "\"",
            "/properties/audiences", "[\"api://AzureADTokenExchange\"]"));
  }

  private static List<String> foundation(Delivery delivery) {
    return delivery
        .apps()
        .deployed()
        .flatMap(app -> app.mentioned().stream())
        .filter(id -> delivery.apps().find(id).isEmpty())
        .filter(id -> delivery.foundation().find(id).filter(ResolvedResource::isDeployed).isEmpty())
        .distinct()
        .map(id -> "main.json makes no " + id)
        .toList();
  }
}
