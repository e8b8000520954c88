package io.groceryplanner.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.infra.arm.ResolvedResource;
import io.groceryplanner.infra.arm.Template;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the templates' page tells people is what the templates say. */
class ReadmeTest {

  private static final String README = Repository.read(Delivery.FOLDER.resolve("README.md"));
  private static final Pattern CODE = Pattern.compile("`([A-Za-z]+)`");

  @Test
  void theCostTableSaysWhatIsOrdered() {
    var delivery = Delivery.of("production");
    var server = delivery.foundation("Microsoft.DBforPostgreSQL/flexibleServers");
    var storage = delivery.foundation("Microsoft.Storage/storageAccounts");
    var logs = delivery.foundation("Microsoft.OperationalInsights/workspaces");
    var cool =
        delivery
            .foundation("Microsoft.Storage/storageAccounts/managementPolicies")
            .at(
                "/properties/policy/rules/0/definition/actions/baseBlob/tierToCool/daysAfterModificationGreaterThan");

    assertThat(README)
        .contains(
            "| Container Apps, web | " + size(delivery.web()) + ", " + replicas(delivery.web()),
            "| Container Apps, ai-service | "
                + size(delivery.ai())
                + ", "
                + replicas(delivery.ai()),
            "| Container Apps, migration job | " + size(delivery.migration()) + ", by hand",
            "sleeps %s s after"
                .formatted(delivery.ai().at("/properties/template/scale/cooldownPeriod")),
            "| PostgreSQL Flexible Server %s | %s, %s GB, %s days of backup"
                .formatted(
                    server.at("/properties/version").asString(),
                    server.at("/sku/name").asString(),
                    server.at("/properties/storage/storageSizeGB"),
                    server.at("/properties/backup/backupRetentionDays")),
            "| Storage | %s, %s, Cool after %s days"
                .formatted(
                    storage.at("/sku/name").asString(),
                    storage.at("/properties/accessTier").asString(),
                    cool),
            "| Log Analytics | %s days, %s GB a day at most"
                .formatted(
                    logs.at("/properties/retentionInDays"),
                    logs.at("/properties/workspaceCapping/dailyQuotaGb")));
  }

  @Test
  void theSumsOfTheCostTableAreSums() {
    var estimates =
        README
            .lines()
            .dropWhile(line -> !line.startsWith("| service"))
            .takeWhile(line -> !line.startsWith("| **together**"))
            .skip(2)
            .map(line -> line.split(" *\\| *")[3].split("–"))
            .toList();
    int least = estimates.stream().mapToInt(range -> Integer.parseInt(range[0])).sum();
    int most =
        estimates.stream().mapToInt(range -> Integer.parseInt(range[range.length - 1])).sum();

    assertThat(README).contains("**%d–%d**".formatted(least, most));
  }

  @Test
  void everyParameterThatIsNotInAFileIsNamed() {
    var inFile = Delivery.parameters("production").keySet();
    var wanted =
        Stream.of(Delivery.main(), Delivery.appsTemplate())
            .flatMap(template -> names(template).stream())
            .filter(name -> !inFile.contains(name))
            .filter(name -> !List.of("location", "databasePoolSize").contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    var named =
        README
            .lines()
            .filter(line -> line.startsWith("| main |") || line.startsWith("| apps |"))
            .flatMap(line -> CODE.matcher(line.split("\\|")[2]).results())
            .map(hit -> hit.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).isEqualTo(wanted);
  }

  private static TreeSet<String> names(Template template) {
    return new TreeSet<>(template.root().path("parameters").propertyNames());
  }

  private static String size(ResolvedResource app) {
    var resources = Delivery.container(app).path("resources");
    var cpu = resources.path("cpu").asDouble();
    return (cpu == Math.rint(cpu) ? String.valueOf((int) cpu) : String.valueOf(cpu))
        + " vCPU, "
        + resources.path("memory").asString().replace("Gi", " Gi");
  }

  private static String replicas(ResolvedResource app) {
    var scale = app.at("/properties/template/scale");
    return scale.path("minReplicas") + "–" + scale.path("maxReplicas") + " replicas";
  }
}
