package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.household.SignUp;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.StarterCategory;
import io.groceryplanner.receipts.HouseholdHabits.Wanted;
import io.groceryplanner.receipts.TillPrint.Bought;
import io.groceryplanner.security.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invented households shop at the invented shops of the samples, several times each. Counts how
 * many lines they need not touch: name, category, amount, unit and whether it is put away are
 * right. The catalogue sorts, the shop's memory matches; ai-service is away the whole time.
 *
 * <p>{@code -Dreceipts=300} makes it the long run; the table is also in {@code
 * target/bench/receipt-memory.txt}, its last line being JSON. {@code -Dfaults=true} says of each
 * line why it was touched.
 */
@IntegrationTest
class ReceiptMemoryTest {

  private static final int SHOPS_EACH = 2;
  private static final int VISITS = 5;
  private static final int RECEIPTS = Integer.getInteger("receipts", 100);
  private static final LocalDate BEGINNING = LocalDate.of(2026, 1, 5);
  private static final Path REPORT = Path.of("target", "bench", "receipt-memory.txt");

  @Autowired SignUp signUp;
  @Autowired Receipts receipts;
  @Autowired ReceiptProgress progress;
  @Autowired ReceiptReview review;
  @Autowired Categories categories;
  @Autowired TransactionTemplate transaction;

  /** Why a person had to touch a line. */
  private enum Fault {
    NAME,
    CATEGORY,
    PUT_AWAY,
    AMOUNT
  }

  private static final class Tally {
    private int receipts;
    private int lines;
    private int untouched;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Map<String, Integer> sources = new TreeMap<>();

    double share() {
      return (double) untouched / lines;
    }
  }

  @BeforeEach
  void aiIsAway() {
    StandInAi.get().beBusy();
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void theThirdReceiptOfAShopNeedsAlmostNoTouch() throws IOException {
    var sold = SoldProduct.all();
    var shelves =
        sold.stream()
            .collect(
                Collectors.groupingBy(SoldProduct::shop, LinkedHashMap::new, Collectors.toList()));
    var shops = List.copyOf(shelves.values());
    var byVisit = new TreeMap<Integer, Tally>();
    int households = Math.max(1, RECEIPTS / (SHOPS_EACH * VISITS));
    for (int h = 0; h < households; h++) {
      var home = new Home(h, sold);
      for (int visit = 1; visit <= VISITS; visit++) {
        for (int s = 0; s < SHOPS_EACH; s++) {
          // The second shop is in another country, so that no name is known from the first.
          var shelf = shops.get((h + 2 * s) % shops.size());
          home.visit(shelf, visit, byVisit.computeIfAbsent(visit, _ -> new Tally()));
        }
      }
    }

    var report = report(byVisit, households);
    System.out.println(report);
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, report + "\n");
    assertThat(tally(byVisit, 1).share()).as(report).isGreaterThanOrEqualTo(0.60);
    assertThat(tally(byVisit, 3).share()).as(report).isGreaterThanOrEqualTo(0.90);
    assertThat(tally(byVisit, 5).share()).as(report).isGreaterThanOrEqualTo(0.95);
  }

  private static Tally tally(Map<Integer, Tally> byVisit, int visit) {
    return Objects.requireNonNull(byVisit.get(visit));
  }

  /** A household that shops, looks its receipts over and accepts them. */
  private final class Home {

    private final HouseholdId id;
    private final HouseholdHabits habits;
    private final ReadReceipts read = new ReadReceipts(receipts, progress, transaction);
    private final Map<StarterCategory, CategoryId> own = new EnumMap<>(StarterCategory.class);
    private final UserId person;

    Home(int number, List<SoldProduct> sold) {
      var result =
          signUp.signUp(
              new Users.UserDraft(
                  "Cook",
                  "bench-" + java.util.UUID.randomUUID() + "@example.org",
                  "a quiet kitchen"),
              new SignUp.HouseholdDraft("Kitchen", "EUR", "Europe/Berlin"),
              Locale.ENGLISH);
      if (!(result instanceof SignUp.SignUpResult.SignedUp(var user, var household))) {
        throw new AssertionError(result);
      }
      id = household;
      person = user;
      habits = new HouseholdHabits(number + 1, sold);
      for (Category category : categories.list(id)) {
        category.starter().ifPresent(starter -> own.put(starter, category.id()));
      }
    }

    void visit(List<SoldProduct> shelf, int visit, Tally tally) {
      var basket = habits.basket(shelf);
      var lines = new ArrayList<io.groceryplanner.ai.ReceiptExtraction.Line>();
      for (var bought : basket) {
        lines.add(TillPrint.line(lines.size() + 1, bought, habits.random()));
      }
      var product = shelf.getFirst();
      var receipt =
          read.ready(
              id,
              ReadReceipts.extraction(
                  TillPrint.merchant(product.shop(), habits.random()),
                  BEGINNING.plusWeeks(visit),
                  product.currency(),
                  lines));
      tally.receipts++;
      for (var line : receipts.find(id, receipt).orElseThrow().lines()) {
        lookOver(receipt, line, basket.get(line.lineNo() - 1), tally);
      }
      review.accept(id, receipt, person);
    }

    private void lookOver(ReceiptId receipt, ReceiptLine line, Bought bought, Tally tally) {
      var wanted = habits.wanted(bought, line.description());
      var faults = faults(line, wanted);
      tally.lines++;
      tally.sources.merge(
          line.matchSource().map(source -> source.name().toLowerCase(Locale.ROOT)).orElse("new"),
          1,
          Integer::sum);
      if (faults.isEmpty()) {
        tally.untouched++;
      } else {
        faults.forEach(fault -> tally.faults.merge(fault, 1, Integer::sum));
        if (Boolean.getBoolean("faults")) {
          System.out.println(
              faults
                  + " "
                  + line.rawText()
                  + " -> "
                  + line.description()
                  + " "
                  + line.matchSource()
                  + " want "
                  + wanted);
        }
        var said =
            new LineCorrection(
                wanted.name(),
                wanted.quantity(),
                wanted.unit(),
                line.lineTotal(),
                line.discount(),
                wanted.stocked(),
                Optional.ofNullable(own.get(wanted.category())),
                line.location(),
                line.useBy());
        assertThat(review.correct(id, receipt, line.lineNo(), said))
            .isInstanceOf(ReceiptReview.CorrectResult.Corrected.class);
      }
      habits.called(bought.product(), wanted.name());
    }

    private List<Fault> faults(ReceiptLine line, Wanted wanted) {
      var faults = new ArrayList<Fault>();
      if (!line.description().equals(wanted.name())) {
        faults.add(Fault.NAME);
      }
      if (!line.category().equals(Optional.ofNullable(own.get(wanted.category())))) {
        faults.add(Fault.CATEGORY);
      }
      if (line.stocked() != wanted.stocked()) {
        faults.add(Fault.PUT_AWAY);
      }
      if (line.quantity().compareTo(wanted.quantity()) != 0 || !line.unit().equals(wanted.unit())) {
        faults.add(Fault.AMOUNT);
      }
      return faults;
    }
  }

  private static String report(Map<Integer, Tally> byVisit, int households) {
    var table = new StringBuilder();
    table.append(
        "%d receipts of %d households at 6 shops, ai-service away%n"
            .formatted(
                byVisit.values().stream().mapToInt(tally -> tally.receipts).sum(), households));
    table.append("visit  receipts  lines  untouched  why touched / how matched\n");
    var shares = new ArrayList<String>();
    byVisit.forEach((visit, tally) -> {
      table.append(
          String.format(
              Locale.ROOT,
              "%5d  %8d  %5d  %8.1f%%  %s / %s%n",
              visit,
              tally.receipts,
              tally.lines,
              100 * tally.share(),
              tally.faults,
              tally.sources));
      shares.add(String.format(Locale.ROOT, "\"%d\": %.4f", visit, tally.share()));
    });
    table.append(
        "{\"bench\": \"receipt-memory\", \"receipts\": %d, \"untouchedByVisit\": {%s}}"
            .formatted(
                byVisit.values().stream().mapToInt(tally -> tally.receipts).sum(),
                String.join(", ", shares)));
    return table.toString();
  }
}
