package io.groceryplanner.aiservice.receipts;

import io.groceryplanner.aiservice.base.ProblemCode;
import io.groceryplanner.aiservice.receipts.Extraction.Sheet;
import io.groceryplanner.aiservice.receipts.ReceiptResult.Done;
import io.groceryplanner.aiservice.receipts.ReceiptResult.Refused;
import io.groceryplanner.aiservice.receipts.image.GreyImage;
import io.groceryplanner.aiservice.receipts.image.ImageIntake;
import io.groceryplanner.aiservice.receipts.image.IntakeResult;
import io.groceryplanner.aiservice.receipts.image.Page;
import io.groceryplanner.aiservice.receipts.image.Recipe;
import io.groceryplanner.aiservice.receipts.image.Turn;
import io.groceryplanner.aiservice.receipts.parsing.Hints;
import io.groceryplanner.aiservice.receipts.parsing.ParsedReceipt;
import io.groceryplanner.aiservice.receipts.parsing.ReceiptParsing;
import io.groceryplanner.aiservice.receipts.pdf.PdfPages;
import io.groceryplanner.aiservice.receipts.pdf.PdfResult;
import io.groceryplanner.aiservice.receipts.reading.Box;
import io.groceryplanner.aiservice.receipts.reading.TextReading;
import io.groceryplanner.aiservice.receipts.reading.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes an uploaded receipt all the way from bytes to lines. */
@Component
public class ReceiptExtraction {

  static final String VERSION = "tesseract-5.5.3+rules-2";

  static final int FEWEST_WORDS = 5;
  private static final String ENGLISH = "eng";
  private static final String GERMAN = "deu";

  private final TextReading reading;

  ReceiptExtraction(TextReading reading) {
    this.reading = reading;
  }

  public ReceiptResult<Extraction> extract(byte[] file, Hints hints, Instant deadline) {
    long start = System.nanoTime();
    return switch (ImageIntake.open(file)) {
      case IntakeResult.Refused(ProblemCode code, String detail) -> new Refused<>(code, detail);
      case IntakeResult.Picture(GreyImage image) -> read(image, 1, hints, start, deadline);
      case IntakeResult.Document(byte[] pdf) ->
          switch (PdfPages.open(pdf)) {
            case PdfResult.Refused(ProblemCode code, String detail) -> new Refused<>(code, detail);
            case PdfResult.Drawn(GreyImage image, int pages) ->
                read(image, pages, hints, start, deadline);
            case PdfResult.Text text ->
                understood(
                    new Attempt(text.rows(), ReceiptParsing.parse(text.rows(), hints)),
                    new Sheet(text.width(), text.height(), text.pages()),
                    UnaryOperator.identity(),
                    List.of(),
                    start);
          };
    };
  }

  private ReceiptResult<Extraction> read(
      GreyImage image, int pages, Hints hints, long start, Instant deadline) {
    Page page = notSideways(Page.of(image), deadline);
    String language = language(page, hints, deadline);
    Attempt attempt = attempt(page, Recipe.USUAL, language, hints, deadline);
    if (Sureness.of(attempt.words()).isPoor()) {
      Page turned = page.turned(Turn.HALF);
      Sureness other = Sureness.of(reading.readStrip(turned, ENGLISH, left(deadline)));
      if (other.isFarAbove(Sureness.of(attempt.words()))) {
        page = turned;
        language = language(page, hints, deadline);
        attempt = attempt(page, Recipe.USUAL, language, hints, deadline);
      }
    }
    if (!language.equals(GERMAN) && reading.knows(GERMAN) && GermanText.in(attempt.words())) {
      Attempt german = attempt(page, Recipe.USUAL, GERMAN, hints, deadline);
      boolean onlyEnglishCloses = attempt.receipt().isClosed() && !german.receipt().isClosed();
      language = onlyEnglishCloses ? language : GERMAN;
      attempt = onlyEnglishCloses ? attempt : german;
    }
    if (isText(attempt.words()) && !attempt.receipt().isClosed()) {
      attempt = attempt.orBetter(attempt(page, Recipe.SOFT, language, hints, deadline));
    }
    if (isText(attempt.words())) {
      attempt = attempt.completedBy(secondLook(page, attempt, language, hints, deadline));
    }
    Page seen = page;
    return understood(
        attempt,
        new Sheet(image.width(), image.height(), pages),
        box -> box.moved(seen::onPicture),
        List.of(language),
        start);
  }

  private Attempt attempt(
      Page page, Recipe recipe, String language, Hints hints, Instant deadline) {
    List<List<Word>> words = reading.read(page, recipe, language, left(deadline));
    requireSomebodyWaits();
    return new Attempt(words, ReceiptParsing.parse(words, hints));
  }

  private Attempt secondLook(
      Page page, Attempt attempt, String language, Hints hints, Instant deadline) {
    List<List<Word>> rows = new ArrayList<>(ReceiptParsing.rows(attempt.words()));
    for (int row : attempt.receipt().doubts()) {
      rows.set(row, reading.readAgain(page, rows.get(row), language, left(deadline)));
    }
    return new Attempt(rows, ReceiptParsing.parse(rows, hints));
  }

  /** One reading of a picture, and what was understood of it. */
  private record Attempt(List<List<Word>> words, ParsedReceipt receipt) {

    Attempt completedBy(Attempt other) {
      return new Attempt(words, receipt.completedBy(other.receipt));
    }

    Attempt orBetter(Attempt other) {
      return other.receipt.isSounderThan(receipt)
          ? new Attempt(other.words, other.receipt.completedBy(receipt))
          : new Attempt(words, receipt.completedBy(other.receipt));
    }
  }

  private ReceiptResult<Extraction> understood(
      Attempt attempt,
      Sheet sheet,
      UnaryOperator<Box> onSheet,
      List<String> languages,
      long start) {
    ParsedReceipt receipt = attempt.receipt();
    if (receipt.lines().isEmpty() && receipt.total() == null && !isText(attempt.words())) {
      return new Refused<>(
          ProblemCode.NO_TEXT_FOUND,
          "No receipt can be made out in this picture. Take it from straight above, in good light,"
              + " with the whole receipt in view.");
    }
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    return new Done<>(Extraction.of(receipt, sheet, onSheet, languages, VERSION, millis));
  }

  /** Texture is read as letters too, but nobody is sure of them. */
  private static boolean isText(List<List<Word>> words) {
    return Sureness.of(words).words() >= FEWEST_WORDS;
  }

  /** Photos without a word on how the camera was held: the way round that can be read. */
  private Page notSideways(Page page, Instant deadline) {
    if (!page.isSideways()) {
      return page;
    }
    return Stream.of(page, page.turned(Turn.QUARTER), page.turned(Turn.THREE_QUARTERS))
        .max(
            Comparator.comparingLong(
                p -> Sureness.of(reading.readStrip(p, ENGLISH, left(deadline))).words()))
        .orElse(page);
  }

  private String language(Page page, Hints hints, Instant deadline) {
    if (!reading.knows(GERMAN)) {
      return ENGLISH;
    }
    Locale locale = hints.locale();
    boolean german =
        locale == null
            ? GermanText.inStrip(reading.readStrip(page, ENGLISH, left(deadline)))
            : locale.getLanguage().equals("de");
    return german ? GERMAN : ENGLISH;
  }

  private static Duration left(Instant deadline) {
    requireSomebodyWaits();
    return Duration.between(Instant.now(), deadline);
  }

  private static void requireSomebodyWaits() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Nobody waits for this receipt any more");
    }
  }
}
