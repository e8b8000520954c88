package io.groceryplanner.aiservice.receipts.reading;

import io.groceryplanner.aiservice.base.Model;
import io.groceryplanner.aiservice.receipts.image.Preparation.Prepared;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads prepared pictures. */
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

  /** Rows of words, with boxes on the picture that {@code prepared} was made from. */
  public List<List<Word>> read(Prepared prepared, String language, Duration limit) {
    List<List<Word>> rows = engines.with(language, engine -> engine.read(prepared.image(), limit));
    return rows.stream()
        .map(row -> row.stream().map(word -> onSource(word, prepared)).toList())
        .toList();
  }

  private static Word onSource(Word word, Prepared prepared) {
    return new Word(word.text(), word.box().through(prepared.toSource()), word.confidence());
  }
}
