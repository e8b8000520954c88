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
import io.groceryplanner.ops.Feature;
import io.groceryplanner.ops.Features;
import io.groceryplanner.receipts.ExtractionPlaces.Turn;
import io.groceryplanner.receipts.ReceiptQueue.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of a receipt's way, each a durable job of its own. */
@Configuration
class ReceiptSteps {

  private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

  private final DurableSteps steps;
  private final ReceiptProgress progress;
  private final LineSorting sorting;
  private final ReceiptRescan rescan;
  private final ExtractionPlaces places;
  private final Categories categories;
  private final Originals originals;
  private final AiService ai;
  private final LineMeanings meanings;
  private final Features features;

  ReceiptSteps(
      DurableSteps steps,
      ReceiptProgress progress,
      LineSorting sorting,
      ReceiptRescan rescan,
      ExtractionPlaces places,
      Categories categories,
      Originals originals,
      AiService ai,
      LineMeanings meanings,
      Features features) {
    this.steps = steps;
    this.progress = progress;
    this.sorting = sorting;
    this.rescan = rescan;
    this.places = places;
    this.categories = categories;
    this.originals = originals;
    this.ai = ai;
    this.meanings = meanings;
    this.features = features;
  }

  @Bean
  Task<String> receiptExtract() {
    return step(ReceiptQueue.EXTRACT, subject -> Originals.waiting(subject, this::extract));
  }

  @Bean
  Task<String> receiptPersist() {
    return step(
        ReceiptQueue.PERSIST,
        subject -> {
          progress.createLines(subject.household(), subject.receipt());
          return StepResult.DONE;
        });
  }

  @Bean
  Task<String> receiptMatch() {
    return step(
        ReceiptQueue.MATCH,
        subject -> {
          progress.matchLines(subject.household(), subject.receipt());
          return StepResult.DONE;
        });
  }

  /** Enriches in place and never blocks: the receipt is ready for review before. */
  @Bean
  Task<String> receiptCategorize() {
    return steps.declare(
        ReceiptQueue.CATEGORIZE,
        RetryPolicy.STANDARD,
        subject -> Subject.read(subject).during(this::categorize),
        _ -> {});
  }

  @Bean
  Task<String> receiptReadAgain() {
    return steps.declare(
        ReceiptQueue.RESCAN,
        RetryPolicy.STANDARD,
        subject ->
            Subject.read(subject).during(receipt -> Originals.waiting(receipt, this::readAgain)),
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

  private Task<String> step(String name, Function<Subject, StepResult> work) {
    return steps.declare(
        name,
        RetryPolicy.STANDARD,
        subject -> Subject.read(subject).during(work),
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
    if (!features.isOn(Feature.RECEIPT_READING)) {
      progress.await(subject.household(), subject.receipt());
      return ExtractionPlaces.lookAgain(ExtractionPlaces.LONGEST_PAUSE);
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
        yield ExtractionPlaces.lookAgain(retryAfter);
      }
    };
  }

  private StepResult readAgain(Subject subject) {
    var wanted = rescan.findToExtract(subject.household(), subject.receipt());
    if (wanted.isEmpty()) {
      return StepResult.DONE;
    }
    if (!features.isOn(Feature.RECEIPT_READING)) {
      return ExtractionPlaces.lookAgain(ExtractionPlaces.LONGEST_PAUSE);
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
      case Unavailable(var _, var retryAfter) -> ExtractionPlaces.lookAgain(retryAfter);
    };
  }

  private AiAnswer<ReceiptExtraction> read(ReceiptProgress.ToExtract wanted) {
    var currency = wanted.currency();
    return ai.extractReceipt(
        originals.read(wanted.original()), wanted.mediaType(), localeOf(currency), currency);
  }

  private StepResult categorize(Subject subject) {
    var household = subject.household();
    var unsorted = sorting.listUnsorted(household, subject.receipt());
    if (unsorted.isEmpty() || !features.isOn(Feature.CATEGORY_SUGGESTIONS)) {
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
        sorting.sort(household, subject.receipt(), categorization.predictions());
        yield compareMeanings(subject);
      }
      case Rejected<Categorization> _ -> compareMeanings(subject);
      case Unavailable(var _, var retryAfter) -> ExtractionPlaces.lookAgain(retryAfter);
    };
  }

  private StepResult compareMeanings(Subject subject) {
    return meanings
        .compare(subject.household(), subject.receipt())
        .<StepResult>map(ExtractionPlaces::lookAgain)
        .orElse(StepResult.DONE);
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
