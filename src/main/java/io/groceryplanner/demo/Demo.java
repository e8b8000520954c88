package io.groceryplanner.demo;

import io.groceryplanner.base.DemoSignIns;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Money;
import io.groceryplanner.base.UserId;
import io.groceryplanner.household.SignUp;
import io.groceryplanner.household.SignUp.HouseholdDraft;
import io.groceryplanner.household.SignUp.SignUpResult;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.live.ChangeNotices.Subscription;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptHeader;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptIntake;
import io.groceryplanner.receipts.ReceiptIntake.IntakeResult;
import io.groceryplanner.receipts.ReceiptReview;
import io.groceryplanner.receipts.ReceiptReview.AcceptResult;
import io.groceryplanner.receipts.ReceiptReview.HeaderResult;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.security.Users.UserDraft;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;

/**
 * Where {@code PLANNER_DEMO} asks for it, founds the demo household on the first start and sends
 * some synthetic receipts on their way. No condition on beans, since those are settled when the
 * application is packaged.
 */
@Configuration
class Demo {

  private static final Logger log = LoggerFactory.getLogger(Demo.class);

  private static final DemoSignIns SIGN_INS =
      new DemoSignIns("planner@demo.example", "admin@demo.example", "demo kitchen");

  /**
   * The first is put away at once, so that the pantry is not empty; the others wait for a person.
   */
  private static final List<String> RECEIPTS =
      List.of("lindenhof-skewed.jpg", "green-basket-mild.jpg", "sonnental-scan.png");

  private final boolean isWanted;
  private final SignUp signUp;
  private final ReceiptIntake intake;
  private final Receipts receipts;
  private final ReceiptReview review;
  private final ChangeNotices notices;
  private final Clock clock;

  Demo(
      @Value("${planner.demo}") boolean isWanted,
      SignUp signUp,
      ReceiptIntake intake,
      Receipts receipts,
      ReceiptReview review,
      ChangeNotices notices,
      Clock clock) {
    this.isWanted = isWanted;
    this.signUp = signUp;
    this.intake = intake;
    this.receipts = receipts;
    this.review = review;
    this.notices = notices;
    this.clock = clock;
  }

  @Bean
  static @Nullable DemoSignIns demoSignIns(@Value("${planner.demo}") boolean isWanted) {
    return isWanted ? SIGN_INS : null;
  }

  @EventListener(ApplicationReadyEvent.class)
  void found() throws IOException {
    if (!isWanted) {
      return;
    }
    found("Admin", SIGN_INS.adminEmail(), "The office kitchen");
    if (found("Robin", SIGN_INS.plannerEmail(), "Lindenstraße")
        instanceof SignUpResult.SignedUp(var user, var household)) {
      for (var name : RECEIPTS) {
        send(household, user, name, name.equals(RECEIPTS.getFirst()));
      }
      log.info("The demo household is founded");
    }
  }

  private SignUpResult found(String name, String email, String household) {
    return signUp.signUp(
        new UserDraft(name, email, SIGN_INS.password()),
        new HouseholdDraft(household, "EUR", "Europe/Berlin"),
        Locale.ENGLISH);
  }

  private void send(HouseholdId household, UserId user, String name, boolean putAway)
      throws IOException {
    var content = new ClassPathResource("demo/receipts/" + name).getContentAsByteArray();
    if (intake.receive(household, user, name, content, false)
            instanceof IntakeResult.Received(var id)
        && putAway) {
      acceptOnceReady(household, id, user);
    }
  }

  private void acceptOnceReady(HouseholdId household, ReceiptId id, UserId user) {
    var subscription = new CompletableFuture<Subscription>();
    subscription.complete(
        notices.subscribe(
            household,
            notice -> {
              if (notice.id().equals(id.toString())
                  && boughtYesterday(household, id)
                  && review.accept(household, id, user) instanceof AcceptResult.Accepted) {
                subscription.thenAccept(Subscription::end);
              }
            }));
  }

  /** The printed day is long gone, and a pantry full of what has gone off shows nothing. */
  private boolean boughtYesterday(HouseholdId household, ReceiptId id) {
    return receipts
        .find(household, id)
        .map(Receipt::summary)
        .map(read ->
            new ReceiptHeader(
                read.merchant(),
                Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1)),
                read.total().map(Money::amount)))
        .map(header -> review.correct(household, id, header))
        .filter(HeaderResult.Corrected.class::isInstance)
        .isPresent();
  }
}
