package io.groceryplanner.infra.arm;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A parsed expression of the template language. */
public sealed interface Expression {

  /** A text or a number, as written. */
  record Literal(JsonNode value) implements Expression {}

  /**
   * @param function in lower case: names of functions are not case sensitive
   */
  record Call(String function, List<Expression> arguments) implements Expression {}

  /** {@code of.name} */
  record Member(Expression of, String name) implements Expression {}

  /** {@code of[index]} */
  record Element(Expression of, Expression index) implements Expression {}

  /** This expression and all inside it. */
  default Stream<Expression> all() {
    return Stream.concat(
        Stream.of(this),
        switch (this) {
          case Literal _ -> Stream.empty();
          case Call call -> call.arguments().stream().flatMap(Expression::all);
          case Member member -> member.of().all();
          case Element element -> Stream.concat(element.of().all(), element.index().all());
        });
  }

  /** All calls inside it of this function, in lower case. */
  default Stream<Call> calls(String function) {
    return all()
        .filter(Call.class::isInstance)
        .map(Call.class::cast)
        .filter(call -> call.function().equals(function));
  }
}
