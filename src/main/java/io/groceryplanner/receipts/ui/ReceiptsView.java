package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.Badge;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.drafts.Drafts;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.household.Household;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.live.LiveReading;
import io.groceryplanner.ops.Feature;
import io.groceryplanner.ops.Features;
import io.groceryplanner.ops.ui.FeatureNote;
import io.groceryplanner.receipts.Condition;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptIntake;
import io.groceryplanner.receipts.ReceiptRemoval;
import io.groceryplanner.receipts.ReceiptReview;
import io.groceryplanner.receipts.ReceiptSummary;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.Stage;
import io.groceryplanner.receipts.mail.MailAddresses;
import io.groceryplanner.security.RateLimits;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where receipts come in, and how far each has come; it moves by itself. */
@Route(ReceiptsView.PATH)
@Menu(order = 30, title = "receipts.ui.title", icon = "receipt")
@StyleSheet("receipts.css")
@PermitAll
class ReceiptsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  static final String PATH = "receipts";

  private static final String SCAN = "scan";
  private static final int PAGE = 20;

  private final transient Receipts receipts;
  private final transient ReceiptReview review;
  private final transient Remover remover;
  private final transient Clock clock;
  private final transient Household household;
  private final transient UserId user;

  private final IntakeDesk desk;
  private final SamePurchaseList samePurchases =
      new SamePurchaseList(this::findEarlier, this::samePurchase);
  private final ReceiptSection underWay = new ReceiptSection(this::underWayRow);
  private final ReceiptSection ready = new ReceiptSection(this::row);
  private final ReceiptSection putAway = new ReceiptSection(this::row);
  private final Span underWayCount = new Span();
  private final Span readyCount = new Span();
  private final Card underWayCard = new Card().flush();
  private final Div readyHead;
  private final Div putAwayHead;
  private final Card readCard = new Card().flush();
  private final Card nothingYet = new Card();
  private final MailCard mail;
  private final MailRefusals mailRefusals;
  private final Button more = new Button();
  private final Button retryAll = new Button();

  private int wanted = PAGE;

  ReceiptsView(
      Receipts receipts,
      ReceiptReview review,
      ReceiptIntake intake,
      ReceiptRemoval removal,
      RateLimits limits,
      MailAddresses addresses,
      Drafts drafts,
      CurrentHousehold current,
      ChangeNotices notices,
      Features features,
      Clock clock) {
    this.receipts = receipts;
    this.review = review;
    this.clock = clock;
    this.household = current.get();
    this.user = current.userId();
    this.desk =
        new IntakeDesk(
            receipts, intake, limits, drafts, household.id(), user, this::today, this::read);
    this.remover = new Remover(removal, household.id());
    this.mail = new MailCard(addresses, household.id(), user);
    this.mailRefusals = new MailRefusals(addresses, household.id(), household.timeZone());
    underWayCount.addClassNames("small", "muted");
    retryAll.setIcon(new Icon(Symbol.RETRY));
    retryAll.setText(getTranslation("receipts.ui.retry-all"));
    retryAll.addThemeVariants(ButtonVariant.TERTIARY);
    retryAll.addClickListener(click -> retryAll());
    underWayCard.add(
        Card.head(getTranslation("receipts.ui.under-way"), retryAll, underWayCount), underWay);
    readyHead = Card.head(getTranslation("receipts.ui.ready"), readyCount);
    putAwayHead = Card.head(getTranslation("receipts.ui.put-away"));
    more.setText(getTranslation("receipts.ui.more"));
    more.addThemeVariants(ButtonVariant.TERTIARY);
    more.addClassName("more");
    more.addClickListener(click -> showMore());
    readCard.add(readyHead, ready, putAwayHead, putAway, more);
    nothingYet.add(
        new EmptyState(
            Symbol.RECEIPT,
            getTranslation("receipts.ui.empty.title"),
            getTranslation("receipts.ui.empty.text")));
    add(header(), columns(features));
    addClassName("receipts");
    LiveReading.keep(
        this, notices, household.id(), notice -> notice.isAbout(Receipts.TOPIC), this::read);
  }

  private PageHeader header() {
    return new PageHeader(
        getTranslation("receipts.ui.title"), getTranslation("receipts.ui.subtitle"));
  }

  private Div columns(Features features) {
    var upload = new FeatureNote(features, Feature.RECEIPT_UPLOAD);
    var reading = new FeatureNote(features, Feature.RECEIPT_READING);
    var byMail = new FeatureNote(features, Feature.RECEIPTS_BY_MAIL);
    var left = new Div(upload, reading, desk, mailRefusals, underWayCard, nothingYet);
    var right = new Div(desk.duplicates(), samePurchases, readCard, mail);
    if (mail.isVisible()) {
      right.add(byMail);
    }
    left.addClassName("stack");
    right.addClassName("stack");
    var columns = new Div(left, right);
    columns.addClassName("columns");
    return columns;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (event.getLocation().getQueryParameters().getParameters().containsKey(SCAN)) {
      desk.invite();
    }
  }

  /** Takes one file in; see {@link IntakeDesk#take}. */
  boolean take(String fileName, byte[] content) {
    return desk.take(fileName, content);
  }

  private void showMore() {
    wanted += PAGE;
    read();
  }

  /** Reads as many as stand here, and at least the first page. */
  private void read() {
    var found = new ArrayList<ReceiptSummary>();
    String cursor = null;
    do {
      var slice = receipts.list(household.id(), cursor, PAGE);
      found.addAll(slice.items());
      cursor = slice.nextCursor();
    } while (cursor != null && found.size() < wanted);
    show(found);
    more.setVisible(cursor != null);
    mailRefusals.read(today());
  }

  private void show(List<ReceiptSummary> found) {
    var onTheirWay = those(found, receipt -> receipt.stage().isUnderWay());
    var toCheck = those(found, receipt -> receipt.stage() == Stage.READY_FOR_REVIEW);
    var done = those(found, receipt -> receipt.stage() == Stage.CONFIRMED);
    underWay.show(onTheirWay);
    samePurchases.show(toCheck);
    ready.show(toCheck);
    putAway.show(done);
    underWayCount.setText(getTranslation("receipts.ui.count", onTheirWay.size()));
    readyCount.removeAll();
    readyCount.add(
        new Badge(
            Tone.GOOD, Symbol.CHECK, getTranslation("receipts.ui.ready-count", toCheck.size())));
    underWayCard.setVisible(!onTheirWay.isEmpty());
    retryAll.setVisible(
        onTheirWay.stream().filter(receipt -> receipt.condition() == Condition.FAILED).count() > 1);
    readyHead.setVisible(!toCheck.isEmpty());
    ready.setVisible(!toCheck.isEmpty());
    putAwayHead.setVisible(!done.isEmpty());
    putAway.setVisible(!done.isEmpty());
    readCard.setVisible(toCheck.size() + done.size() > 0);
    nothingYet.setVisible(found.isEmpty());
  }

  private Optional<ReceiptSummary> findEarlier(ReceiptSummary receipt) {
    return receipts.findPossibleDuplicate(household.id(), receipt);
  }

  private SamePurchaseCard samePurchase(ReceiptSummary receipt, ReceiptSummary earlier) {
    return new SamePurchaseCard(
        receipt,
        earlier,
        today(),
        () -> review.keepBoth(household.id(), receipt.id()),
        () -> remover.remove(receipt));
  }

  private static List<ReceiptSummary> those(
      List<ReceiptSummary> found, Predicate<ReceiptSummary> which) {
    return found.stream().filter(which).toList();
  }

  private Component underWayRow(ReceiptSummary receipt) {
    return new UnderWayRow(
        receipt,
        today(),
        household.timeZone(),
        () -> retry(receipt.id()),
        () -> enterByHand(receipt.id()),
        () -> remover.remove(receipt));
  }

  private void retry(ReceiptId id) {
    review.retry(household.id(), id);
    underWay.forget(id);
    read();
  }

  private void retryAll() {
    review.retryAll(household.id());
    read();
  }

  private void enterByHand(ReceiptId id) {
    review.enterByHand(household.id(), id);
    UI.getCurrent().navigate(ReceiptReviewView.pathOf(id));
  }

  private Component row(ReceiptSummary receipt) {
    return new ReceiptRow(receipt, today());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(household.timeZone()));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("receipts.ui.title");
  }
}
