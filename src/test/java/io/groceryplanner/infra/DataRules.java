package io.groceryplanner.infra;

import io.groceryplanner.infra.arm.ResolvedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where data lives: INFRA-001's sizes, and what keeps it. */
final class DataRules {

  private static final String SERVER = "Microsoft.DBforPostgreSQL/flexibleServers";
  private static final String STORAGE = "Microsoft.Storage/storageAccounts";
  private static final String VAULT = "Microsoft.KeyVault/vaults";

  static final List<Rule<Delivery>> ALL =
      List.of(
          new Rule<>(
              "the database server is the planned one",
              d ->
                  Differences.in(
                      d.foundation(SERVER),
                      Map.of(
                          "/sku", "{\"name\":\"Standard_B1ms\",\"tier\":\"Burstable\"}",
                          "/properties/version", "\"16\"",
                          "/properties/storage", "{\"storageSizeGB\":32,\"autoGrow\":\"Enabled\"}",
                          "/properties/backup/backupRetentionDays", "7",
                          "/properties/highAvailability/mode", "\"Disabled\""))),
          new Rule<>(
              "the database asks for encryption and allows what is needed", DataRules::server),
          new Rule<>(
              "files are private and survive a slip",
              d ->
                  Differences.in(
                      d.foundation(STORAGE),
                      Map.of(
                          "/sku/name", "\"Standard_LRS\"",
                          "/properties/accessTier", "\"Hot\"",
                          "/properties/minimumTlsVersion", "\"TLS1_2\"",
                          "/properties/supportsHttpsTrafficOnly", "true"))),
          new Rule<>(
              "deleted files can be had back for a week",
              d ->
                  Differences.in(
                      d.foundation(STORAGE + "/blobServices"),
                      Map.of(
                          "/properties/deleteRetentionPolicy", "{\"enabled\":true,\"days\":7}",
                          "/properties/containerDeleteRetentionPolicy",
                              "{\"enabled\":true,\"days\":7}"))),
          new Rule<>(
              "the container of receipts is private",
              d ->
                  Differences.in(
                      d.foundation(STORAGE + "/blobServices/containers"),
                      Map.of("/properties/publicAccess", "\"None\""))),
          new Rule<>("no policy deletes what a row refers to", DataRules::lifecycle),
          new Rule<>("production cannot be deleted by a slip", DataRules::locks),
          new Rule<>(
              "the cheapest registry and logs that are capped",
              d ->
                  List.of(
                          Differences.in(
                              d.foundation("Microsoft.ContainerRegistry/registries"),
                              Map.of("/sku/name", "\"Basic\"")),
                          Differences.in(
                              d.foundation("Microsoft.OperationalInsights/workspaces"),
                              Map.of(
                                  "/properties/retentionInDays", "30",
                                  "/properties/workspaceCapping/dailyQuotaGb", "0.15")))
                      .stream()
                      .flatMap(List::stream)
                      .toList()),
          new Rule<>(
              "init containers get identities, which the Consumption profile alone gives",
              DataRules::profile));

  private DataRules() {}

  private static List<String> server(Delivery delivery) {
    var found =
        delivery.foundation().list(SERVER + "/configurations").stream()
            .collect(
                Collectors.toMap(
                    setting -> setting.name().replaceFirst(".*/", ""),
                    setting -> setting.at("/properties/value").asString("")));
    var planned =
        Map.of("azure.extensions", "VECTOR,CITEXT,UUID-OSSP", "require_secure_transport", "on");
    return found.equals(planned) ? List.of() : List.of("set is " + found);
  }

  private static List<String> lifecycle(Delivery delivery) {
    return Found.in(delivery.foundation(STORAGE + "/managementPolicies").body())
        .filter(found -> found.key().equals("delete"))
        .map(found -> found.path() + " deletes")
        .toList();
  }

  private static List<String> locks(Delivery delivery) {
    var vault = delivery.foundation(VAULT);
    boolean isProduction = vault.at("/tags/environment").asString("").equals("production");
    var locked =
        delivery.foundation().list("Microsoft.Authorization/locks").stream()
            .filter(lock -> lock.at("/properties/level").asString("").equals("CanNotDelete"))
            .map(ResolvedResource::scope)
            .collect(Collectors.toSet());
    var planned =
        isProduction
            ? Set.of(
                vault.id(), delivery.foundation(SERVER).id(), delivery.foundation(STORAGE).id())
            : Set.<String>of();
    boolean isPurgeProtected = vault.at("/properties/enablePurgeProtection").asBoolean(false);
    return locked.equals(planned) && isPurgeProtected == isProduction
        ? List.of()
        : List.of("locked are %s; protected from purge: %s".formatted(locked, isPurgeProtected));
  }

  private static List<String> profile(Delivery delivery) {
    var offered =
        delivery
            .foundation("Microsoft.App/managedEnvironments")
            .at("/properties/workloadProfiles")
            .valueStream()
            .map(profile -> profile.path("name").asString(""))
            .toList();
    return delivery.programs().stream()
        .filter(
            app -> !offered.contains(app.at("/properties/workloadProfileName").asString("none")))
        .map(app -> app.name() + " asks for a profile that is not there")
        .toList();
  }
}
