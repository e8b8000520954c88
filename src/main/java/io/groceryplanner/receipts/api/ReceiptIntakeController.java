package io.groceryplanner.receipts.api;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Messages;
import io.groceryplanner.base.Problems;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.receipts.ReceiptIntake;
import io.groceryplanner.receipts.ReceiptIntake.IntakeResult;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.image.FileCheck;
import io.groceryplanner.security.RateLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Where receipts come in by REST: as a file, or as the text of an e-receipt. */
@RestController
@RequestMapping("/api/v1/receipts")
class ReceiptIntakeController {

  private static final Logger log = LoggerFactory.getLogger(ReceiptIntakeController.class);

  private final ReceiptIntake intake;
  private final Receipts receipts;
  private final CurrentHousehold current;
  private final RateLimits limits;
  private final Problems problems;
  private final Messages messages;

  ReceiptIntakeController(
      ReceiptIntake intake,
      Receipts receipts,
      CurrentHousehold current,
      RateLimits limits,
      Problems problems,
      Messages messages) {
    this.intake = intake;
    this.receipts = receipts;
    this.current = current;
    this.limits = limits;
    this.problems = problems;
    this.messages = messages;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<?> receive(
      @RequestParam("file") @Nullable MultipartFile file,
      @RequestParam(defaultValue = "false") boolean force,
      Locale locale)
      throws IOException {
    var household = current.id();
    if (!limits.allow(RateLimits.Action.UPLOAD, household.toString())) {
      return problems.answer(
          HttpStatus.TOO_MANY_REQUESTS, "too_many_attempts", locale, "security.tooMany");
    }
    if (file == null) {
      return problems.answer(
          HttpStatus.BAD_REQUEST, "no_file", locale, "receipts.refused.rest.no_file");
    }
    var name = file.getOriginalFilename();
    var content = file.getBytes();
    return answer(
        household,
        () -> intake.receive(household, current.userId(), name == null ? "" : name, content, force),
        locale);
  }

  /** The text of an e-receipt, instead of a picture. */
  @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<?> receiveText(
      @RequestBody String text,
      @RequestParam(defaultValue = "false") boolean force,
      Locale locale) {
    var household = current.id();
    if (!limits.allow(RateLimits.Action.UPLOAD, household.toString())) {
      return problems.answer(
          HttpStatus.TOO_MANY_REQUESTS, "too_many_attempts", locale, "security.tooMany");
    }
    var name = messages.say(locale, "receipts.text.name");
    return answer(
        household,
        () -> intake.receiveText(household, current.userId(), name, text, force),
        locale);
  }

  private ResponseEntity<?> answer(
      HouseholdId household, Supplier<IntakeResult> taking, Locale locale) {
    IntakeResult result;
    try {
      result = taking.get();
    } catch (UncheckedIOException e) {
      log.warn("A receipt could not be kept: {}", String.valueOf(e.getCause()));
      return problems.answer(
          HttpStatus.SERVICE_UNAVAILABLE, "not_kept", locale, "receipts.rest.notKept");
    }
    return switch (result) {
      case IntakeResult.Received(var id) ->
          ResponseEntity.accepted()
              .body(ReceiptBody.Status.of(receipts.find(household, id).orElseThrow().summary()));
      case IntakeResult.Duplicate(var existing) ->
          problems.answer(
              HttpStatus.CONFLICT,
              "duplicate",
              messages.say(locale, "receipts.duplicate"),
              Map.of("existingReceiptId", existing.value()));
      case IntakeResult.Refused(var reason) ->
          problems.answer(
              statusOf(reason),
              reason.name().toLowerCase(Locale.ROOT),
              locale,
              "receipts.refused." + reason.name().toLowerCase(Locale.ROOT));
    };
  }

  private static HttpStatus statusOf(FileCheck.Reason reason) {
    return switch (reason) {
      case EMPTY -> HttpStatus.BAD_REQUEST;
      case TOO_LARGE, TEXT_TOO_LONG -> HttpStatus.CONTENT_TOO_LARGE;
      case NOT_A_PICTURE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case DAMAGED, TOO_MANY_PIXELS -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }
}
