package io.groceryplanner.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.infra.arm.ResolvedResource;
import io.groceryplanner.infra.arm.ResolvedTemplate;
import io.groceryplanner.infra.arm.Template;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The templates as they are written, and as they resolve for both environments. */
class DeliveryTest {

  private static final List<String> ENVIRONMENTS = List.of("staging", "production");

  static Stream<Arguments> written() {
    return Stream.of("main.json", "apps.json")
        .flatMap(file -> TemplateRules.ALL.stream().map(rule -> Arguments.of(file, rule)));
  }

  static Stream<Arguments> graphs() {
    return ENVIRONMENTS.stream()
        .flatMap(
            environment -> GraphRules.ALL.stream().map(rule -> Arguments.of(environment, rule)));
  }

  static Stream<Arguments> deliveries() {
    return ENVIRONMENTS.stream()
        .flatMap(environment ->
            Stream.of(AppRules.ALL, LifetimeRules.ALL, AccessRules.ALL, DataRules.ALL)
                .flatMap(List::stream)
                .map(rule -> Arguments.of(environment, rule)));
  }

  @ParameterizedTest(name = "{0} keeps {1}")
  @MethodSource("written")
  void aTemplateKeepsArmTtksRule(String file, Rule<JsonNode> rule) {
    assertThat(rule.broken(Template.read(Delivery.FOLDER.resolve(file)).root())).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("graphs")
  void theOrderOfThingsIsRight(String environment, Rule<ResolvedTemplate> rule) {
    var delivery = Delivery.of(environment);

    assertThat(rule.broken(delivery.foundation())).isEmpty();
    assertThat(rule.broken(delivery.apps())).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("deliveries")
  void whatIsDeployedIsRight(String environment, Rule<Delivery> rule) {
    assertThat(rule.broken(Delivery.of(environment))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void aParameterFileIsWellFormedAndFitsBothTemplates(String environment) {
    var file =
        JsonMapper.builder()
            .build()
            .readTree(Delivery.FOLDER.resolve(environment + ".parameters.json").toFile());

    assertThat(ParameterFileRules.ALL)
        .allSatisfy(rule -> assertThat(rule.broken(file)).as(rule.name()).isEmpty());
    assertThat(file.at("/parameters/environmentName/value").asString()).isEqualTo(environment);
  }

  @Test
  void everyParameterAndOutputIsExplained() {
    for (var template : List.of(Delivery.main(), Delivery.appsTemplate())) {
      for (var kind : List.of("parameters", "outputs")) {
        assertThat(template.root().path(kind).properties())
            .allSatisfy(entry ->
                assertThat(entry.getValue().at("/metadata/description").asString(""))
                    .as(entry.getKey())
                    .hasSizeGreaterThan(10));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "migration, caj-grocery-planner-migrate",
    "ai, ca-grocery-planner-ai caj-grocery-planner-look",
    "web, ca-grocery-planner-web"
  })
  void aStepOfADeploymentTouchesItsOwnPartAlone(String part, String names) {
    var given = new HashMap<>(Delivery.with("production", Delivery.BY_PIPELINE));
    given.put("part", Delivery.text(part));
    var apps = Delivery.appsTemplate().resolve(given, Delivery.PLACE);

    assertThat(apps.deployed().map(ResolvedResource::name)).containsExactly(names.split(" "));
    assertThat(apps.outputs().containsKey("webUrl")).isEqualTo(part.equals("web"));
  }

  @Test
  void aNewAiServiceStandsBesideTheOldOneWithoutTrafficUntilItIsLookedAt() {
    var given = new HashMap<>(Delivery.with("production", Delivery.BY_PIPELINE));
    given.put("aiStableRevision", Delivery.text("ca-grocery-planner-ai--c0ld000-41"));
    var apps = Delivery.appsTemplate().resolve(given, Delivery.PLACE);
    var ai = apps.get(Delivery.APP, Delivery.AI);

    assertThat(ai.at("/properties/configuration/ingress/traffic").toString())
        .isEqualTo(
            "[{\"revisionName\":\"ca-grocery-planner-ai--c0ld000-41\",\"label\":\"blue\",\"weight\":100},"
                + "{\"revisionName\":\"ca-grocery-planner-ai--c1f0c9aa-42\",\"label\":\"green\",\"weight\":0}]");
    assertThat(Delivery.container(apps.get(Delivery.JOB, Delivery.LOOK)).at("/args/1").asString())
        .isEqualTo(
            "http://ca-grocery-planner-ai---green.internal.example.azurecontainerapps.io/health/ready");
    assertThat(ai.at("/properties/template/revisionSuffix").asString()).isEqualTo("c1f0c9aa-42");
  }

  @Test
  void theLongestRevisionThatIsTakenFitsEveryApp() {
    int longest =
        Delivery.appsTemplate()
            .root()
            .at("/parameters/revision/maxLength")
            .asInt(Integer.MAX_VALUE);

    assertThat(List.of(Delivery.WEB, Delivery.AI))
        .allMatch(app -> (app + "--").length() + longest <= LifetimeRules.LONGEST_REVISION);
  }

  @Test
  void aFoundationThatIsThereIsDeployedAgainWithoutItsSecrets() {
    var given = new HashMap<>(Delivery.with("production", Delivery.BY_HAND));
    given.remove("appSecret");
    given.remove("otlpHeaders");
    var foundation = Delivery.main().resolve(given, Delivery.PLACE);

    assertThat(foundation.list("Microsoft.KeyVault/vaults/secrets")).isEmpty();
    assertThat(foundation.list("Microsoft.Authorization/roleAssignments"))
        .hasSameSizeAs(
            Delivery.of("production").foundation().list("Microsoft.Authorization/roleAssignments"));
  }

  @Test
  void aNetworkOfOnesOwnClosesTheDatabasesPublicDoor() {
    var given = new HashMap<>(Delivery.with("production", Delivery.BY_HAND));
    given.put("infrastructureSubnetId", Delivery.text("/subnets/apps"));
    given.put("databaseSubnetId", Delivery.text("/subnets/database"));
    given.put("databasePrivateDnsZoneId", Delivery.text("/zones/database"));
    given.put("databaseAdminGroupId", Delivery.text("44444444-0000-4000-8000-000000000004"));
    given.put("databaseAdminGroupName", Delivery.text("database people"));
    var foundation = Delivery.main().resolve(given, Delivery.PLACE);

    assertThat(foundation.list("Microsoft.DBforPostgreSQL/flexibleServers/firewallRules"))
        .isEmpty();
    assertThat(
            foundation
                .list("Microsoft.DBforPostgreSQL/flexibleServers")
                .getFirst()
                .at("/properties/network/publicNetworkAccess")
                .asString())
        .isEqualTo("Disabled");
    assertThat(foundation.list("Microsoft.DBforPostgreSQL/flexibleServers/administrators"))
        .hasSize(2);
    assertThat(GraphRules.ALL)
        .allSatisfy(rule -> assertThat(rule.broken(foundation)).as(rule.name()).isEmpty());
  }

  @Test
  void anOpenAiAccountIsThereWhereItIsAskedForAndHasNoKeys() {
    var given = new HashMap<>(Delivery.with("production", Delivery.BY_HAND));
    given.put("withAzureOpenAi", JsonNodeFactory.instance.booleanNode(true));
    var foundation = Delivery.main().resolve(given, Delivery.PLACE);

    assertThat(Delivery.of("production").foundation().list("Microsoft.CognitiveServices/accounts"))
        .isEmpty();
    assertThat(
            foundation
                .list("Microsoft.CognitiveServices/accounts")
                .getFirst()
                .at("/properties/disableLocalAuth")
                .asBoolean())
        .isTrue();
    assertThat(GraphRules.ALL)
        .allSatisfy(rule -> assertThat(rule.broken(foundation)).as(rule.name()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everythingFitsAzuresSchemasMadeStrict(String environment) {
    var schemas = ArmSchemas.orSkip();
    var delivery = Delivery.of(environment);

    assertThat(
            Stream.of(Delivery.main(), Delivery.appsTemplate())
                .flatMap(template -> TemplateWalk.resources(template.root()))
                .flatMap(found -> schemas.broken(found.value()).stream()))
        .as("as written")
        .isEmpty();
    assertThat(
            Stream.of(delivery.foundation(), delivery.apps())
                .flatMap(template -> template.resources().stream())
                .flatMap(resource -> schemas.broken(resource.body()).stream()))
        .as("resolved")
        .isEmpty();
  }
}
