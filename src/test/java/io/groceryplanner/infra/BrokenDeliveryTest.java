package io.groceryplanner.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every rule, on templates broken for it: a rule that cannot fail says nothing. */
class BrokenDeliveryTest {

  static List<Breakage> ofTemplateRules() {
    return Breakages.of("template");
  }

  static List<Breakage> ofGraphRules() {
    return Breakages.of("order");
  }

  static List<Breakage> ofDeliveryRules() {
    return Breakages.of("delivery");
  }

  @ParameterizedTest
  @MethodSource("ofTemplateRules")
  void armTtksRuleFails(Breakage breakage) {
    assertFails(breakage, rule(TemplateRules.ALL, breakage), breakage.template().root());
  }

  @ParameterizedTest
  @MethodSource("ofGraphRules")
  void aRuleOfOrderFails(Breakage breakage) {
    var delivery = broken(breakage);

    assertFails(
        breakage,
        rule(GraphRules.ALL, breakage),
        breakage.file().equals("main.json") ? delivery.foundation() : delivery.apps());
  }

  @ParameterizedTest
  @MethodSource("ofDeliveryRules")
  void aRuleOfWhatIsDeployedFails(Breakage breakage) {
    var rules =
        Stream.of(AppRules.ALL, LifetimeRules.ALL, AccessRules.ALL, DataRules.ALL)
            .flatMap(List::stream)
            .toList();

    assertFails(breakage, rule(rules, breakage), broken(breakage));
  }

  @Test
  void noRuleIsWithoutABrokenTemplate() {
    assertThat(names(Breakages.of("template"))).containsAll(ruleNames(TemplateRules.ALL));
    assertThat(names(Breakages.of("order"))).containsAll(ruleNames(GraphRules.ALL));
    assertThat(names(Breakages.of("delivery")))
        .containsAll(ruleNames(AppRules.ALL))
        .containsAll(ruleNames(LifetimeRules.ALL))
        .containsAll(ruleNames(AccessRules.ALL))
        .containsAll(ruleNames(DataRules.ALL));
  }

  @Test
  void aBrokenParameterFileFails() {
    var empty = JsonMapper.builder().build().createObjectNode();
    assertThat(ParameterFileRules.ALL.subList(0, 3))
        .allSatisfy(rule -> assertThat(rule.broken(empty)).as(rule.name()).isNotEmpty());
    empty.putObject("parameters").putObject("environmentName");
    assertThat(ParameterFileRules.ALL.get(3).broken(empty)).containsExactly("environmentName");
  }

  @Test
  void aMisspeltPropertyAndAWrongWordFailTheSchemas() {
    var schemas = ArmSchemas.orSkip();
    for (var breakage : Breakages.of("schema")) {
      assertThat(
              TemplateWalk.resources(breakage.template().root())
                  .flatMap(found -> schemas.broken(found.value()).stream()))
          .as(breakage.toString())
          .isNotEmpty();
    }
  }

  private static Delivery broken(Breakage breakage) {
    return breakage.file().equals("main.json")
        ? Delivery.of(breakage.template(), Delivery.appsTemplate(), "production")
        : Delivery.of(Delivery.main(), breakage.template(), "production");
  }

  private static <T> void assertFails(Breakage breakage, Rule<T> rule, T subject) {
    assertThat(rule.broken(subject)).as(breakage.toString()).isNotEmpty();
  }

  private static <T> Rule<T> rule(List<Rule<T>> rules, Breakage breakage) {
    return rules.stream()
        .filter(rule -> rule.name().equals(breakage.rule()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no rule " + breakage.rule()));
  }

  private static List<String> names(List<Breakage> breakages) {
    return breakages.stream().map(Breakage::rule).toList();
  }

  private static <T> List<String> ruleNames(List<Rule<T>> rules) {
    return rules.stream().map(Rule::name).toList();
  }
}
