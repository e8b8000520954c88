package io.groceryplanner.infra.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads {@code [format('{0}-x', parameters('name'))]} and the like. */
public final class ExpressionParser {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String source;
  private int at;

  private ExpressionParser(String source) {
    this.source = source;
  }

  /**
   * Empty for a text that is no expression: one without brackets, or with a doubled first one,
   * which stands for a bracket.
   *
   * @throws TemplateException when it does not read as an expression
   */
  public static Optional<Expression> parse(String text) {
    if (!text.startsWith("[") || !text.endsWith("]") || text.startsWith("[[")) {
      return Optional.empty();
    }
    var parser = new ExpressionParser(text.substring(1, text.length() - 1));
    var expression = parser.expression();
    parser.skipBlanks();
    if (parser.at < parser.source.length()) {
      throw parser.wrong("nothing more");
    }
    return Optional.of(expression);
  }

  private Expression expression() {
    Expression found = primary();
    while (true) {
      if (skip('.')) {
        found = new Expression.Member(found, name());
      } else if (skip('[')) {
        found = new Expression.Element(found, expression());
        expect(']');
      } else {
        return found;
      }
    }
  }

  private Expression primary() {
    skipBlanks();
    char next = peek();
    if (next == '\'') {
      return new Expression.Literal(JSON.stringNode(text()));
    }
    if (next == '-' || Character.isDigit(next)) {
      return new Expression.Literal(JSON.numberNode(number()));
    }
    var function = name().toLowerCase(Locale.ROOT);
    expect('(');
    return new Expression.Call(function, arguments());
  }

  private List<Expression> arguments() {
    var arguments = new ArrayList<Expression>();
    if (skip(')')) {
      return arguments;
    }
    do {
      arguments.add(expression());
    } while (skip(','));
    expect(')');
    return arguments;
  }

  /** Between single quotes; two of them stand for one. */
  private String text() {
    var text = new StringBuilder();
    at++;
    while (true) {
      char next = peek();
      if (next == 0) {
        throw wrong("a closing quote");
      }
      at++;
      if (next != '\'') {
        text.append(next);
      } else if (peek() == '\'') {
        text.append('\'');
        at++;
      } else {
        return text.toString();
      }
    }
  }

  private int number() {
    int begin = at++;
    while (Character.isDigit(peek())) {
      at++;
    }
    try {
      return Integer.parseInt(source, begin, at, 10);
    } catch (NumberFormatException e) {
      throw wrong("a whole number");
    }
  }

  private String name() {
    skipBlanks();
    int begin = at;
    while (Character.isJavaIdentifierPart(peek()) && peek() != 0) {
      at++;
    }
    if (begin == at) {
      throw wrong("a name");
    }
    return source.substring(begin, at);
  }

  private boolean skip(char wanted) {
    skipBlanks();
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted) {
    if (!skip(wanted)) {
      throw wrong("'" + wanted + "'");
    }
  }

  private void skipBlanks() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  /** 0 at the end. */
  private char peek() {
    return at < source.length() ? source.charAt(at) : 0;
  }

  private TemplateException wrong(String wanted) {
    return new TemplateException(
        "expected %s at character %d of: %s".formatted(wanted, at + 1, source));
  }
}
