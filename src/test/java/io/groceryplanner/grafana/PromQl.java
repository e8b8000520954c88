package io.groceryplanner.grafana;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which series an expression asks for, and within which functions. Whether it is an expression at
 * all is for {@link Promtool} to say: this only picks names out of what is one.
 */
record PromQl(List<Selector> selectors, Set<String> groupedBy) {

  /** A label with what is asked of it. */
  record Label(String name, String operator, String value) {}

  /**
   * One selector.
   *
   * @param metric empty where only labels are asked for
   * @param range as written between brackets, or nothing
   * @param function what it is directly handed to, or nothing
   */
  record Selector(
      String metric, List<Label> labels, @Nullable String range, @Nullable String function) {

    boolean asks(String name, String operator, String value) {
      return labels.contains(new Label(name, operator, value));
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<space>\\s+|\\#[^\\n]*)
          |(?<text>"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`)
          |(?<number>[0-9][0-9a-zA-Z.]*)
          |(?<word>[a-zA-Z_:$][\\w:]*)
          |(?<range>\\[[^\\]]*\\])
          |(?<labels>\\{(?:[^}"]|"(?:[^"\\\\]|\\\\.)*")*\\})
          |(?<sign>.)\
          """,
          Pattern.COMMENTS | Pattern.DOTALL);
  private static final Pattern LABEL =
      Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Set<String> LABEL_LISTS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "atan2", "inf", "nan");

  private record Token(String kind, String text) {}

  static PromQl of(String expression) {
    var tokens = tokens(expression);
    var selectors = new ArrayList<Selector>();
    var groupedBy = new TreeSet<String>();
    // What each open parenthesis belongs to; "" for one that only groups.
    Deque<String> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      switch (token.kind) {
        case "word" -> {
          var name = token.text;
          if (LABEL_LISTS.contains(name) && is(tokens, i + 1, "(")) {
            for (i += 2; !is(tokens, i, ")"); i++) {
              if (tokens.get(i).kind.equals("word")) {
                groupedBy.add(tokens.get(i).text);
              }
            }
          } else if (is(tokens, i + 1, "(") && !WORDS.contains(name)) {
            open.push(name);
            i++;
          } else if (!WORDS.contains(name) && !isAggregation(tokens, i)) {
            i = select(tokens, i + 1, name, open.peek(), selectors);
          } else if (isAggregation(tokens, i)) {
            i = skipToParenthesis(tokens, i, groupedBy);
            open.push(name);
          }
        }
        case "labels" -> i = select(tokens, i, "", open.peek(), selectors);
        case "sign" -> {
          if (token.text.equals("(")) {
            open.push("");
          } else if (token.text.equals(")")) {
            open.poll();
          }
        }
        default -> {}
      }
    }
    return new PromQl(List.copyOf(selectors), groupedBy);
  }

  /** Every label that a series must have for the expression to mean something. */
  Set<String> labels() {
    var all = new TreeSet<>(groupedBy);
    selectors.forEach(selector -> selector.labels.forEach(label -> all.add(label.name)));
    return all;
  }

  private static int select(
      List<Token> tokens,
      int next,
      String metric,
      @Nullable String function,
      List<Selector> selectors) {
    List<Label> labels = List.of();
    @Nullable String range = null;
    if (isKind(tokens, next, "labels")) {
      labels =
          LABEL
              .matcher(tokens.get(next++).text)
              .results()
              .map(found -> new Label(found.group(1), found.group(2), found.group(3)))
              .toList();
    }
    if (isKind(tokens, next, "range")) {
      var written = tokens.get(next++).text;
      range = written.substring(1, written.length() - 1);
    }
    selectors.add(new Selector(metric, labels, range, function == null ? "" : function));
    return next - 1;
  }

  /** "sum by (…) (…)": a word, and its parenthesis after the labels. */
  private static boolean isAggregation(List<Token> tokens, int word) {
    return isKind(tokens, word + 1, "word")
        && Set.of("by", "without").contains(tokens.get(word + 1).text)
        && is(tokens, word + 2, "(");
  }

  private static int skipToParenthesis(List<Token> tokens, int word, Set<String> groupedBy) {
    int i = word + 3;
    for (; !is(tokens, i, ")"); i++) {
      if (tokens.get(i).kind.equals("word")) {
        groupedBy.add(tokens.get(i).text);
      }
    }
    return i + 1;
  }

  private static boolean is(List<Token> tokens, int i, String sign) {
    return i < tokens.size() && tokens.get(i).text.equals(sign);
  }

  private static boolean isKind(List<Token> tokens, int i, String kind) {
    return i < tokens.size() && tokens.get(i).kind.equals(kind);
  }

  private static List<Token> tokens(String expression) {
    var tokens = new ArrayList<Token>();
    Matcher found = TOKEN.matcher(expression);
    while (found.find()) {
      for (var kind : List.of("text", "number", "word", "range", "labels", "sign")) {
        if (found.group(kind) != null) {
          tokens.add(new Token(kind, found.group()));
        }
      }
    }
    return tokens;
  }
}
