package io.groceryplanner.aiservice.receipts;

import io.groceryplanner.aiservice.base.Caller;
import io.groceryplanner.aiservice.base.ProblemCode;
import io.groceryplanner.aiservice.base.Problems;
import io.groceryplanner.aiservice.receipts.parsing.Hints;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Answers what a receipt says. */
@RestController
class ReceiptController {

  private static final Duration WAIT = Duration.ofSeconds(2);

  private final ExtractionQueue queue;
  private final Clock clock;

  ReceiptController(ExtractionQueue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  @PostMapping("/api/v1/receipts/extract")
  ResponseEntity<Object> extract(
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String locale,
      @RequestParam(required = false) @Nullable String currency,
      HttpServletRequest request)
      throws IOException {
    if (currency != null && !currency.isBlank() && !currency.matches("[A-Z]{3}")) {
      return Problems.refusal(
          ProblemCode.BAD_REQUEST, "The currency must be a code of three letters, such as EUR.");
    }
    Locale home;
    try {
      home = locale == null || locale.isBlank() ? null : tagged(locale);
    } catch (IllformedLocaleException e) {
      return Problems.refusal(
          ProblemCode.BAD_REQUEST, "The locale must be a language tag, such as de-DE.");
    }
    Hints hints =
        new Hints(
            home, currency == null || currency.isBlank() ? null : currency, LocalDate.now(clock));
    return switch (queue.extract(file.getBytes(), hints, Caller.of(request))) {
      case ReceiptResult.Done(Extraction extraction) -> ResponseEntity.ok(extraction);
      case ReceiptResult.Refused(ProblemCode code, String detail) -> Problems.refusal(code, detail);
      case ReceiptResult.TryLater(ProblemCode code, String detail) ->
          Problems.tryLater(code, detail, WAIT);
    };
  }

  /** A photo as a JPEG that every browser shows. */
  @PostMapping("/api/v1/receipts/picture")
  ResponseEntity<Object> draw(@RequestParam MultipartFile file, HttpServletRequest request)
      throws IOException {
    return switch (queue.draw(file.getBytes(), Caller.of(request))) {
      case ReceiptResult.Done(byte[] jpeg) ->
          ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(jpeg);
      case ReceiptResult.Refused(ProblemCode code, String detail) -> Problems.refusal(code, detail);
      case ReceiptResult.TryLater(ProblemCode code, String detail) ->
          Problems.tryLater(code, detail, WAIT);
    };
  }

  private static Locale tagged(String tag) {
    return new Locale.Builder().setLanguageTag(tag).build();
  }
}
