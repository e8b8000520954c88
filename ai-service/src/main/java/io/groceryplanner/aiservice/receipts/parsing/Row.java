package io.groceryplanner.aiservice.receipts.parsing;

import io.groceryplanner.aiservice.receipts.reading.Box;
import io.groceryplanner.aiservice.receipts.reading.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of print: its words, its text and the amounts in it. */
final class Row {

  private final int index;
  private final List<Word> words;
  private final int[] starts;
  private final String text;
  private final String digits;
  private final String folded;
  private final Box box;
  private final List<Amount> amounts;

  Row(int index, List<Word> words) {
    this.index = index;
    this.words = List.copyOf(words);
    this.starts = new int[words.size()];
    StringBuilder joined = new StringBuilder();
    Box around = words.getFirst().box();
    for (int i = 0; i < words.size(); i++) {
      joined.append(i == 0 ? "" : " ");
      starts[i] = joined.length();
      joined.append(words.get(i).text());
      around = around.and(words.get(i).box());
    }
    text = joined.toString();
    digits = Amounts.withDigits(text);
    folded = Phrases.fold(text);
    box = around;
    amounts = List.copyOf(Amounts.in(this));
  }

  int index() {
    return index;
  }

  List<Word> words() {
    return words;
  }

  String text() {
    return text;
  }

  /** The text with misread digits of amounts put right; as long as the text itself. */
  String digits() {
    return digits;
  }

  /** Lower-case letters and digits in words, without accents. */
  String folded() {
    return folded;
  }

  Box box() {
    return box;
  }

  List<Amount> amounts() {
    return amounts;
  }

  @Nullable Amount lastAmount() {
    return amounts.isEmpty() ? null : amounts.getLast();
  }

  int letters() {
    return (int) text.chars().filter(Character::isLetter).count();
  }

  boolean hasDigits() {
    return text.chars().anyMatch(Character::isDigit);
  }

  double confidence() {
    return words.stream().mapToDouble(Word::confidence).average().orElse(0);
  }

  /** The words that lie at least partly in a stretch of the text. */
  List<Word> wordsIn(int start, int end) {
    List<Word> found = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] < end && starts[i] + words.get(i).text().length() > start) {
        found.add(words.get(i));
      }
    }
    return found;
  }

  Box boxOf(int start, int end) {
    return wordsIn(start, end).stream().map(Word::box).reduce(Box::and).orElse(box);
  }

  /** How sure the least sure word of a stretch is. */
  double confidenceOf(int start, int end) {
    return wordsIn(start, end).stream().mapToDouble(Word::confidence).min().orElse(0);
  }

  @Override
  public String toString() {
    return text;
  }
}
