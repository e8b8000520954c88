package io.groceryplanner.aiservice.receipts.reading;

import io.groceryplanner.aiservice.base.Model;
import io.groceryplanner.aiservice.receipts.image.Page;
import io.groceryplanner.aiservice.receipts.image.Prepared;
import io.groceryplanner.aiservice.receipts.image.Recipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads pages; boxes of words are in places of the page. */
@Component
public class TextReading {

  private final Engines engines;

  TextReading(Engines engines) {
    this.engines = engines;
  }

  public Model.State state() {
    return engines.state();
  }

  public boolean knows(String language) {
    return engines.languages().contains(language);
  }

  /** Rows of words from top to bottom; empty when the time ran out. */
  public List<List<Word>> read(Page page, Recipe recipe, String language, Duration limit) {
    Prepared prepared = page.prepare(recipe);
    return onPage(engines.with(language, e -> e.read(prepared.image(), limit)), prepared);
  }

  /** The words of a strip of the page, by which its language can be told before all is read. */
  public List<List<Word>> readStrip(Page page, String language, Duration limit) {
    Prepared strip = page.strip();
    return onPage(engines.with(language, e -> e.read(strip.image(), limit)), strip);
  }

  /** A row read again by itself, larger, and put to the vote with what was read before. */
  public List<Word> readAgain(Page page, List<Word> row, String language, Duration limit) {
    Box box = row.stream().map(Word::box).reduce(Box::and).orElseThrow();
    List<List<Word>> readings = new ArrayList<>();
    readings.add(row);
    engines.with(
        language,
        engine -> {
          for (RowLook look : RowLook.values()) {
            Prepared prepared =
                page.row(
                    box.left(), box.top(), box.right(), box.bottom(), look.height, look.softened);
            onPage(engine.readRow(prepared.image(), limit), prepared).stream()
                .max(Comparator.comparingInt(List::size))
                .ifPresent(readings::add);
          }
          return readings;
        });
    return Vote.of(readings);
  }

  /** How a row is drawn to be read again. */
  private enum RowLook {
    SHARP(36, false),
    SOFT(48, true);

    private final double height;
    private final boolean softened;

    RowLook(double height, boolean softened) {
      this.height = height;
      this.softened = softened;
    }
  }

  private static List<List<Word>> onPage(List<List<Word>> rows, Prepared prepared) {
    return rows.stream()
        .map(row -> row.stream().map(word -> word.onPage(prepared)).toList())
        .toList();
  }
}
