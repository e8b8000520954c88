package io.groceryplanner.receipts;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.groceryplanner.ai.AiAnswer;
import io.groceryplanner.ai.AiAnswer.Answer;
import io.groceryplanner.ai.AiAnswer.Rejected;
import io.groceryplanner.ai.AiAnswer.Unavailable;
import io.groceryplanner.ai.AiService;
import io.groceryplanner.ai.Caller;
import io.groceryplanner.ai.Categorization;
import io.groceryplanner.ai.ReceiptExtraction;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.StarterCategory;
import io.groceryplanner.jobs.DurableSteps;
import io.groceryplanner.jobs.RetryPolicy;
import io.groceryplanner.jobs.StepResult;
import io.groceryplanner.receipts.ExtractionPlaces.Turn;
import io.groceryplanner.receipts.ReceiptQueue.Subject;
import io.groceryplanner.storage.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of a receipt's way, each a durable job of its own. */
@Configuration
class ReceiptSteps {

  private static final Logger log = LoggerFactory.getLogger(ReceiptSteps.class);

  /** How often a waiting receipt asks again; the breaker answers at once while it is open. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private static final Duration FILES_AWAY = Duration.ofSeconds(5);

  private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

  private final DurableSteps steps;
  private final ReceiptProgress progress;
  private final ReceiptRescan rescan;
  private final ExtractionPlaces places;
  private final Categories categories;
  private final FileStore files;
  private final AiService ai;
  private final LineMeanings meanings;

  ReceiptSteps(
      DurableSteps steps,
      ReceiptProgress progress,
      ReceiptRescan rescan,
      ExtractionPlaces places,
      Categories categories,
      FileStore files,
      AiService ai,
      LineMeanings meanings) {
    this.steps = steps;
    this.progress = progress;
    this.rescan = rescan;
    this.places = places;
    this.categories = categories;
    this.files = files;
    this.ai = ai;
    this.meanings = meanings;
  }

  @Bean
  Task<Void> receiptExtract() {
    return step(ReceiptQueue.EXTRACT, withFiles(this::extract));
  }

  @Bean
  Task<Void> receiptPersist() {
    return step(
        ReceiptQueue.PERSIST,
        subject -> {
          progress.createLines(subject.household(), subject.receipt());
          return StepResult.DONE;
        });
  }

  @Bean
  Task<Void> receiptMatch() {
    return step(
        ReceiptQueue.MATCH,
        subject -> {
          progress.matchLines(subject.household(), subject.receipt());
          return StepResult.DONE;
        });
  }

  /** Enriches in place and never blocks: the receipt is ready for review before. */
  @Bean
  Task<Void> receiptCategorize() {
    return steps.declare(
        ReceiptQueue.CATEGORIZE,
        RetryPolicy.STANDARD,
        subject -> categorize(Subject.read(subject)),
        _ -> {});
  }

  @Bean
  Task<Void> receiptReadAgain() {
    return steps.declare(
        ReceiptQueue.RESCAN,
        RetryPolicy.STANDARD,
        subject -> withFiles(this::readAgain).apply(Subject.read(subject)),
        subject -> rescan.fail(Subject.read(subject).household(), Subject.read(subject).receipt()));
  }

  @Bean
  RecurringTask<Void> receiptReconciler(StrandedReceipts stranded) {
    return Tasks.recurring("receipt-reconciler", FixedDelay.ofSeconds(30))
        .execute((_, _) -> stranded.putOnTheirWay());
  }

  @Bean
  RecurringTask<Void> originalRetentionTask(OriginalRetention retention) {
    return Tasks.recurring("original-retention", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
        .execute((_, _) -> {
          try {
            retention.deleteOld();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Task<Void> step(String name, Function<Subject, StepResult> work) {
    return steps.declare(
        name,
        RetryPolicy.STANDARD,
        subject -> work.apply(Subject.read(subject)),
        subject -> {
          var given = Subject.read(subject);
          progress.fail(given.household(), given.receipt(), ReceiptFailure.GAVE_UP);
        });
  }

  private StepResult extract(Subject subject) {
    var wanted = progress.findToExtract(subject.household(), subject.receipt());
    if (wanted.isEmpty()) {
      return StepResult.DONE;
    }
    return switch (places.take(() -> read(wanted.get()))) {
      case Turn.Wait(var pause) -> new StepResult.LookAgainIn(pause);
      case Turn.Done(var answer) -> keep(subject, answer);
    };
  }

  private StepResult keep(Subject subject, AiAnswer<ReceiptExtraction> answer) {
    var household = subject.household();
    var receipt = subject.receipt();
    return switch (answer) {
      case Answer(var extraction) -> {
        progress.keepExtraction(household, receipt, extraction);
        yield StepResult.DONE;
      }
      case Rejected(var code, var _) -> {
        progress.fail(household, receipt, code);
        yield StepResult.DONE;
      }
      case Unavailable(var _, var retryAfter) -> {
        progress.await(household, receipt);
        yield lookAgain(retryAfter);
      }
    };
  }

  private StepResult readAgain(Subject subject) {
    var wanted = rescan.findToExtract(subject.household(), subject.receipt());
    if (wanted.isEmpty()) {
      return StepResult.DONE;
    }
    return switch (places.take(() -> read(wanted.get()))) {
      case Turn.Wait(var pause) -> new StepResult.LookAgainIn(pause);
      case Turn.Done(var answer) -> keepAgain(subject, answer);
    };
  }

  private StepResult keepAgain(Subject subject, AiAnswer<ReceiptExtraction> answer) {
    var household = subject.household();
    var receipt = subject.receipt();
    return switch (answer) {
      case Answer(var extraction) -> {
        rescan.keep(household, receipt, extraction);
        yield StepResult.DONE;
      }
      case Rejected<ReceiptExtraction> _ -> {
        rescan.fail(household, receipt);
        yield StepResult.DONE;
      }
      case Unavailable(var _, var retryAfter) -> lookAgain(retryAfter);
    };
  }

  private AiAnswer<ReceiptExtraction> read(ReceiptProgress.ToExtract wanted) {
    var currency = wanted.currency();
    return ai.extractReceipt(content(wanted), wanted.mediaType(), localeOf(currency), currency);
  }

  private byte[] content(ReceiptProgress.ToExtract wanted) {
    try (var stream =
        files
            .open(wanted.original())
            .orElseThrow(() -> new IllegalStateException("No file " + wanted.original()))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The receipt's file could not be read", e);
    }
  }

  /** A file store that is away is waited for, as ai-service is, and costs no attempt. */
  private static Function<Subject, StepResult> withFiles(Function<Subject, StepResult> work) {
    return subject -> {
      try {
        return work.apply(subject);
      } catch (UncheckedIOException e) {
        log.warn("{} has to wait for its file: {}", subject, String.valueOf(e.getCause()));
        return lookAgain(FILES_AWAY);
      }
    };
  }

  private StepResult categorize(Subject subject) {
    var household = subject.household();
    var unsorted = progress.listUnsorted(household, subject.receipt());
    if (unsorted.isEmpty()) {
      return compareMeanings(subject);
    }
    var labels =
        categories.list(household).stream()
            .map(category ->
                new Categorization.Label(
                    category.name(),
                    category.starter().map(StarterCategory::description).orElse(null),
                    List.of()))
            .toList();
    return switch (ai.categorize(Caller.JOB, unsorted, labels)) {
      case Answer(var categorization) -> {
        progress.sort(household, subject.receipt(), categorization.predictions());
        yield compareMeanings(subject);
      }
      case Rejected<Categorization> _ -> compareMeanings(subject);
      case Unavailable(var _, var retryAfter) -> lookAgain(retryAfter);
    };
  }

  private StepResult compareMeanings(Subject subject) {
    return meanings
        .compare(subject.household(), subject.receipt())
        .<StepResult>map(ReceiptSteps::lookAgain)
        .orElse(StepResult.DONE);
  }

  private static StepResult lookAgain(Duration wished) {
    var pause = wished.compareTo(LONGEST_PAUSE) < 0 ? wished : LONGEST_PAUSE;
    // Those who were sent away together must not come back together.
    return new StepResult.LookAgainIn(
        ExtractionPlaces.between(pause, pause.plus(pause.dividedBy(2))));
  }

  /** How a household of this currency most likely writes dates and amounts. */
  private static String localeOf(String currency) {
    return switch (currency) {
      case "EUR" -> "de-DE";
      case "CHF" -> "de-CH";
      case "GBP" -> "en-GB";
      case "CAD" -> "en-CA";
      case "AUD" -> "en-AU";
      default -> "en-US";
    };
  }
}
