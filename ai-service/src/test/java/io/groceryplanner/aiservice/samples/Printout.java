package io.groceryplanner.aiservice.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of text a till prints.
 *
 * @param columns characters in a full line
 * @param lines the lines from the top
 */
record Printout(int columns, List<Line> lines) {

  /** How a line is printed. */
  enum Style {
    /** The till's normal font. */
    NORMAL,
    /** Darker print. */
    BOLD,
    /** Characters of double height. */
    TALL,
    /** Characters of double width and height. */
    LARGE,
    /** A bar code instead of text. */
    BARCODE
  }

  /** One line of text. */
  record Line(String text, Style style) {}

  Printout {
    lines = List.copyOf(lines);
  }

  /** Collects lines and pads them to the width of the roll. */
  static final class Roll {

    private final int columns;
    private final List<Line> lines = new ArrayList<>();

    Roll(int columns) {
      this.columns = columns;
    }

    /** The shop's name as large as it fits. */
    Roll title(String text) {
      boolean fits = text.length() * 2 <= columns;
      return center(text, fits ? Style.LARGE : Style.TALL);
    }

    Roll centered(Iterable<String> texts) {
      texts.forEach(text -> center(text, Style.NORMAL));
      return this;
    }

    Roll center(String text, Style style) {
      int width = style == Style.LARGE ? columns / 2 : columns;
      return add(" ".repeat(Math.max(0, (width - text.length()) / 2)) + text, style);
    }

    Roll left(String text) {
      return add(text, Style.NORMAL);
    }

    Roll right(String text) {
      return row("", text, Style.NORMAL);
    }

    Roll blank() {
      return add("", Style.NORMAL);
    }

    Roll rule(String mark) {
      return add(mark.repeat(columns / mark.length()), Style.NORMAL);
    }

    Roll barcode(int number) {
      return add(Integer.toString(number), Style.BARCODE);
    }

    Roll row(String left, String right) {
      return row(left, right, Style.NORMAL);
    }

    /** Text at both edges, the left one wrapped where it would run into the right one. */
    Roll row(String left, String right, Style style) {
      List<String> parts = wrap(left, columns - right.length() - 1);
      String first = parts.getFirst();
      add(first + " ".repeat(columns - first.length() - right.length()) + right, style);
      for (String part : parts.subList(1, parts.size())) {
        add("  " + part, style);
      }
      return this;
    }

    Roll add(String text, Style style) {
      lines.add(new Line(text.stripTrailing(), style));
      return this;
    }

    Printout cut() {
      return new Printout(columns, lines);
    }

    private static List<String> wrap(String text, int width) {
      List<String> parts = new ArrayList<>();
      String rest = text;
      while (rest.length() > width) {
        int space = rest.lastIndexOf(' ', width);
        if (space <= 0) {
          throw new IllegalArgumentException("does not fit " + width + " columns: " + text);
        }
        parts.add(rest.substring(0, space));
        rest = rest.substring(space + 1);
      }
      parts.add(rest);
      return parts;
    }
  }
}
