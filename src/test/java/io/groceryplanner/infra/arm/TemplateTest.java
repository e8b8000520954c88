package io.groceryplanner.infra.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TemplateTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Place PLACE = new Place("sub", "tenant", "group", "westeurope");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[and(true(), not(false()))] | true",
        "[or(false(), equals(1, 2))] | false",
        "[equals('a', 'A')] | false",
        "[concat('a', 1, 'b')] | 'a1b'",
        "[concat(createArray(1), createArray(2, 3))] | [1,2,3]",
        "[format('{1}-{0}-{1}$', 'a', 2)] | '2-a-2$'",
        "[union(createObject('a', 1, 'b', createObject('c', 1)), createObject('b',"
            + " createObject('d', 2)))] | {'a':1,'b':{'c':1,'d':2}}",
        "[union(createArray(1, 2), createArray(2, 3))] | [1,2,3]",
        "[json('{\"a\": [0.5]}').a[0]] | 0.5",
        "[string(createArray('a'))] | '[\"a\"]'",
        "[string(12)] | '12'",
        "[int('12')] | 12",
        "[length('four')] | 4",
        "[empty('')] | true",
        "[empty(createArray(1))] | false",
        "[empty(null())] | true",
        "[toLower('ÄBc')] | 'äbc'",
        "[uri('https://v.example/', 'secrets/a')] | 'https://v.example/secrets/a'",
        "[if(true(), 'yes', parameters('nowhere'))] | 'yes'",
        "[resourceGroup().location] | 'westeurope'",
        "[subscription().tenantId] | 'tenant'",
        "[resourceId('A.B/c/d', 'one', 'two')] |"
            + " '/subscriptions/sub/resourceGroups/group/providers/A.B/c/one/d/two'",
        "[subscriptionResourceId('A.B/c', 'one')] | '/subscriptions/sub/providers/A.B/c/one'",
        "[reference(resourceId('Microsoft.KeyVault/vaults', 'v'), '2025-05-01').vaultUri] |"
            + " 'https://v.vault.azure.net/'",
        "[variables('twice')] | 'aa'",
        "[[no expression] | '[no expression]'"
      })
  void anExpressionComesToItsValue(String expression, String expected) {
    var template =
        template(
            "{'variables': {'once': 'a', 'twice': \"[concat(variables('once'),"
                + " variables('once'))]\"}}");
    template.root().putObject("outputs").putObject("found").put("value", expression);

    // The quote stands for JSON's, which would have to be escaped above.
    assertThat(template.resolve(Map.of(), PLACE).outputs())
        .containsEntry(
            "found",
            MAPPER.readTree(
                expected.startsWith("'[\"") ? "\"[\\\"a\\\"]\"" : expected.replace('\'', '"')));
  }

  @Test
  void madeUpValuesHaveTheFormOfAzuresAndDependOnTheirArgumentsAlone() {
    assertThat(value("[guid('a', 'b')]"))
        .isEqualTo(value("[guid('a', 'b')]"))
        .isNotEqualTo(value("[guid('a', 'c')]"));
    assertThat(value("[guid('a')]")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(value("[uniqueString('a')]"))
        .matches("[a-z2-7]{13}")
        .isNotEqualTo(value("[uniqueString('b')]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[parameters('nowhere')] | no parameter 'nowhere'",
        "[variables('nowhere')] | no 'nowhere'",
        "[variables('round')] | needs itself",
        "[createArray(1)[3]] | no element 3",
        "[resourceId('A.B/c', 'one', 'two')] | has 1 names",
        "[resourceId('other-group', 'A.B/c', 'one')] | no type of resource",
        "[reference(resourceId('A.B/c', 'one')).x] | nothing is known",
        "[copyIndex()] | outside of a loop",
        "[not('x')] | neither true nor false",
        "[newFunction(1)] | not known",
        "[int('x')] | cannot be called"
      })
  void whatAzureWouldRefuseIsRefused(String expression, String message) {
    assertThatThrownBy(() -> value(expression))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aLoopIsUnrolledAndWaitedForByItsName() {
    var resolved =
        template(
                """
                {'resources': [
                  {'type': 'A.B/c', 'apiVersion': 'v', 'name': "[format('n{0}', copyIndex())]",
                   'copy': {'name': 'many', 'count': "[length('ab')]"}},
                  {'type': 'A.B/c', 'apiVersion': 'v', 'name': 'last', 'dependsOn': ['many', 'nobody'],
                   'properties': {'id': "[resourceId('A.B/c', 'n1')]", 'none': "[null()]"}}]}
                """)
            .resolve(Map.of(), PLACE);

    assertThat(resolved.resources()).extracting("name").containsExactly("n0", "n1", "last");
    var last = resolved.get("A.B/c", "last");
    assertThat(last.dependsOn()).containsExactlyInAnyOrder(id("n0"), id("n1"));
    assertThat(last.unknownDependencies()).containsExactly("nobody");
    assertThat(last.mentioned()).containsExactly(id("n1"));
    assertThat(last.body().path("properties").has("none")).isFalse();
  }

  @Test
  void aResourceThatIsNotDeployedPassesNothingOn() {
    var resolved =
        template(
                """
                {'resources': [
                  {'type': 'A.B/c', 'apiVersion': 'v', 'name': 'a'},
                  {'type': 'A.B/c', 'apiVersion': 'v', 'name': 'b', 'condition': "[empty('x')]",
                   'dependsOn': ["[resourceId('A.B/c', 'a')]"]},
                  {'type': 'A.B/c', 'apiVersion': 'v', 'name': 'c', 'dependsOn': ["[resourceId('A.B/c', 'b')]"]}]}
                """)
            .resolve(Map.of(), PLACE);

    assertThat(resolved.deployed()).extracting("name").containsExactly("a", "c");
    assertThat(resolved.before(resolved.get("A.B/c", "c"))).isEmpty();
  }

  @Test
  void aNestedTemplateIsPartOfTheWholeAndDoneBeforeWhatWaitsForIt() {
    var resolved =
        template(
                """
                {'resources': [
                  {'type': 'A.B/c', 'apiVersion': 'v', 'name': 'first'},
                  {'type': 'Microsoft.Resources/deployments', 'apiVersion': 'v', 'name': 'inside',
                   'dependsOn': ["[resourceId('A.B/c', 'first')]"],
                   'properties': {
                     'expressionEvaluationOptions': {'scope': 'inner'},
                     'parameters': {'name': {'value': "[concat('ne', 'sted')]"}},
                     'template': {
                       'parameters': {'name': {'type': 'string'}},
                       'resources': [{'type': 'A.B/c', 'apiVersion': 'v', 'name': "[parameters('name')]"}]}}},
                  {'type': 'A.B/c', 'apiVersion': 'v', 'name': 'last',
                   'dependsOn': ["[resourceId('Microsoft.Resources/deployments', 'inside')]"]}]}
                """)
            .resolve(Map.of(), PLACE);

    assertThat(resolved.before(resolved.get("A.B/c", "nested"))).containsExactly(id("first"));
    assertThat(resolved.before(resolved.get("A.B/c", "last"))).contains(id("nested"), id("first"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': 'string'} | {} | is not given",
        "{'type': 'string'} | {'p': 'a', 'q': 'b'} | not declared",
        "{'type': 'string'} | {'p': 1} | cannot be 1",
        "{'type': 'string', 'minLength': 2} | {'p': 'a'} | cannot be",
        "{'type': 'int', 'maxValue': 4} | {'p': 5} | cannot be 5",
        "{'type': 'string', 'allowedValues': ['x']} | {'p': 'y'} | cannot be",
        "{'type': 'text'} | {'p': 'y'} | no type of parameter"
      })
  void aParameterOutsideOfItsLimitsIsRefused(String declaration, String given, String message) {
    var template = template("{'parameters': {'p': " + declaration + "}}");
    var values = new java.util.HashMap<String, JsonNode>();
    json(given).properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));

    assertThatThrownBy(() -> template.resolve(values, PLACE))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(message);
  }

  private static String value(String expression) {
    var template = template("{'variables': {'round': \"[variables('round')]\"}}");
    template.root().putObject("outputs").putObject("found").put("value", expression);
    return template.resolve(Map.of(), PLACE).outputs().values().iterator().next().asString();
  }

  private static String id(String name) {
    return PLACE.resourceId("A.B/c", List.of(name));
  }

  private static Template template(String json) {
    return new Template(json(json));
  }

  /** With single quotes, unless a text is in double ones. */
  private static ObjectNode json(String text) {
    var json = new StringBuilder();
    boolean isInDouble = false;
    for (char next : text.toCharArray()) {
      isInDouble ^= next == '"';
      json.append(next == '\'' && !isInDouble ? '"' : next);
    }
    return (ObjectNode) MAPPER.readTree(json.toString());
  }
}
