package io.groceryplanner.aiservice.receipts.reading;

import java.util.List;

/** Rows of words from top to bottom, on a picture of the given size. */
public record ReadText(List<List<Word>> rows, int width, int height, List<String> languages) {

  public int words() {
    return rows.stream().mapToInt(List::size).sum();
  }
}
