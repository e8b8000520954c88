package io.groceryplanner.infra.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groceryplanner.infra.arm.Expression.Call;
import io.groceryplanner.infra.arm.Expression.Element;
import io.groceryplanner.infra.arm.Expression.Literal;
import io.groceryplanner.infra.arm.Expression.Member;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ExpressionParserTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Test
  void aCallOfCallsIsReadWithItsMembersAndElements() {
    assertThat(ExpressionParser.parse("[ variables('all')[copyIndex()].name ]"))
        .contains(
            new Member(
                new Element(
                    new Call("variables", List.of(new Literal(JSON.stringNode("all")))),
                    new Call("copyindex", List.of())),
                "name"));
  }

  @Test
  void textsKeepTheirBracketsAndCommasAndADoubledQuoteIsOne() {
    assertThat(ExpressionParser.parse("[concat('it''s ],(', -12)]"))
        .contains(
            new Call(
                "concat",
                List.of(
                    new Literal(JSON.stringNode("it's ],(")), new Literal(JSON.numberNode(-12)))));
  }

  @Test
  void namesOfFunctionsAreNotCaseSensitive() {
    assertThat(ExpressionParser.parse("[resourceGroup().id]"))
        .isEqualTo(ExpressionParser.parse("[RESOURCEGROUP().id]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "[[text]", "[text] and more", "a [b]"})
  void aTextWithoutItsOwnBracketsIsNoExpression(String text) {
    assertThat(ExpressionParser.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[concat(]",
        "[concat('a'))]",
        "[concat('a' 'b')]",
        "[concat('a]",
        "[a]",
        "[a().]",
        "[99999999999]",
        "[a()['b']"
      })
  void whatDoesNotReadIsSaidWithItsPlace(String text) {
    assertThatThrownBy(() -> ExpressionParser.parse(text))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("at character");
  }
}
