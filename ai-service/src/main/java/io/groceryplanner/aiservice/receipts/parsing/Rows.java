package io.groceryplanner.aiservice.receipts.parsing;

import io.groceryplanner.aiservice.receipts.reading.Box;
import io.groceryplanner.aiservice.receipts.reading.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes rows of what was read, without specks, and with what belongs side by side. */
final class Rows {

  private Rows() {}

  static List<Row> of(List<List<Word>> read) {
    List<List<Word>> merged = new ArrayList<>();
    for (List<Word> words : read) {
      List<Word> kept = words.stream().filter(Rows::isPrint).toList();
      if (kept.isEmpty()) {
        continue;
      }
      if (!merged.isEmpty() && sideBySide(merged.getLast(), kept)) {
        merged.getLast().addAll(kept);
      } else {
        merged.add(new ArrayList<>(kept));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (List<Word> words : merged) {
      words.sort(Comparator.comparingDouble(w -> w.box().left()));
      rows.add(new Row(rows.size(), words));
    }
    return rows;
  }

  /** Specks and edges are read as short words of which nobody is sure. */
  private static boolean isPrint(Word word) {
    boolean speaks =
        word.text().chars().anyMatch(Character::isLetterOrDigit)
            || word.text().matches("[-−–@×*€$£()&]+");
    return speaks && (word.confidence() >= 0.3 || word.text().length() > 2);
  }

  /** The halves of a row that was taken for two, because its middle is empty. */
  private static boolean sideBySide(List<Word> a, List<Word> b) {
    Box left = around(a);
    Box right = around(b);
    double overlap = Math.min(left.bottom(), right.bottom()) - Math.max(left.top(), right.top());
    boolean sameHeight = overlap > 0.6 * Math.min(left.height(), right.height());
    return sameHeight && (left.right() <= right.left() || right.right() <= left.left());
  }

  private static Box around(List<Word> words) {
    return words.stream().map(Word::box).reduce(Box::and).orElseThrow();
  }
}
