package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.UserId;
import io.groceryplanner.drafts.Drafts;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.household.Household;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.inventory.StorageLocations;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.live.LiveReading;
import io.groceryplanner.ops.Feature;
import io.groceryplanner.ops.Features;
import io.groceryplanner.ops.ui.FeatureNote;
import io.groceryplanner.receipts.AcceptanceUndo;
import io.groceryplanner.receipts.LineMatching;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptLines;
import io.groceryplanner.receipts.ReceiptRemoval;
import io.groceryplanner.receipts.ReceiptRescan;
import io.groceryplanner.receipts.ReceiptReview;
import io.groceryplanner.receipts.ReceiptSummary;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.Stage;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One receipt, its picture beside its lines: looked over, corrected, accepted. */
@Route(ReceiptReviewView.PATH)
@StyleSheet("receipts.css")
@PermitAll
class ReceiptReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  static final String PATH = ReceiptsView.PATH + "/:" + ReceiptReviewView.ID;

  private static final String ID = "id";
  private static final String PANTRY = "pantry";

  private final transient Receipts receipts;
  private final transient ReceiptReview review;
  private final transient ReceiptRescan rescan;
  private final transient AcceptanceDesk acceptance;
  private final transient Household household;
  private final transient UserId user;
  private final transient Shelves shelves;
  private final transient ReviewDesk desk;
  private final transient Remover remover;
  private final transient ReviewDrafts drafts;

  private final ReviewHeader header;
  private final LineList lines;
  private final SumsBar sums = new SumsBar(this::accept);
  private final Div state = new Div();
  private final FeatureNote suggestions;
  private @Nullable PictureViewer picture;
  private transient @Nullable Receipt receipt;

  ReceiptReviewView(
      Receipts receipts,
      ReceiptReview review,
      ReceiptLines receiptLines,
      LineMatching matching,
      ReceiptRemoval removal,
      ReceiptRescan rescan,
      AcceptanceUndo undo,
      CurrentHousehold current,
      Items items,
      Categories categories,
      StorageLocations locations,
      ChangeNotices notices,
      Features features,
      Drafts drafts,
      Clock clock) {
    this.receipts = receipts;
    this.review = review;
    this.rescan = rescan;
    this.household = current.get();
    this.user = current.userId();
    this.drafts = new ReviewDrafts(drafts, household.id(), user, () -> shown().id());
    this.remover = new Remover(removal, household.id());
    var today = LocalDate.now(clock.withZone(household.timeZone()));
    shelves = new Shelves(household.id(), items, categories, locations, today);
    desk =
        new ReviewDesk(
            review,
            receiptLines,
            matching,
            household.id(),
            () -> shown().id(),
            this::readAgain,
            this::lookAt,
            this.drafts::split);
    acceptance =
        new AcceptanceDesk(review, undo, household, user, () -> shown().id(), shelves.today());
    lines = new LineList(shelves, desk);
    header =
        new ReviewHeader(
            today, this::editHeader, () -> new RescanDialog(this::readAnew).open(), this::remove);
    state.addClassName("stack");
    suggestions = new FeatureNote(features, Feature.CATEGORY_SUGGESTIONS);
    addClassName("receipt");
    LiveReading.keep(
        this,
        notices,
        household.id(),
        notice -> notice.isAbout(Receipts.TOPIC, shown().id().toString()),
        this::readAgain);
  }

  /** Where a receipt is looked over. */
  static String pathOf(ReceiptId id) {
    return ReceiptsView.PATH + "/" + id;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var found =
        event.getRouteParameters().get(ID).flatMap(ReceiptReviewView::read).flatMap(this::find);
    var shown = found.orElseThrow(NotFoundException::new);
    var viewer = new PictureViewer(shown.id(), this::chooseLine);
    var panes = new ReviewPanes(viewer);
    panes.show(state, lines, sums);
    picture = viewer;
    removeAll();
    add(header, suggestions, panes);
    show(shown);
  }

  /** Anything that is no id of ours is no receipt either. */
  private static Optional<ReceiptId> read(String given) {
    try {
      return Optional.of(new ReceiptId(UUID.fromString(given)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Receipt> find(ReceiptId id) {
    return receipts.find(household.id(), id);
  }

  private void show(Receipt now) {
    receipt = now;
    boolean isOpen = now.summary().stage() == Stage.READY_FOR_REVIEW;
    boolean isRead = !now.summary().stage().isUnderWay();
    header.show(now);
    lines.setVisible(isRead);
    sums.setVisible(isOpen);
    state.removeAll();
    if (isOpen) {
      now.summary().rescan().ifPresent(rescan -> state.add(new RescanNote(rescan)));
      receipts
          .findPossibleDuplicate(household.id(), now.summary())
          .ifPresent(earlier -> state.add(samePurchase(now, earlier)));
    } else {
      state.add(
          new ReviewState(
              now.summary(),
              this::retry,
              this::enterByHand,
              acceptance.until(now.id()),
              this::undoAcceptance));
    }
    state.setVisible(state.getComponentCount() > 0);
    if (isRead) {
      lines.show(now, isOpen);
      sums.show(now);
    }
    var viewer = picture;
    if (viewer != null) {
      viewer.show(now.summary().hasPicture(), now.lines());
    }
  }

  private SamePurchaseCard samePurchase(Receipt now, ReceiptSummary earlier) {
    return new SamePurchaseCard(
        now.summary(),
        earlier,
        shelves.today(),
        () -> {
          review.keepBoth(household.id(), now.id());
          readAgain();
        },
        this::remove);
  }

  private void chooseLine(int lineNo) {
    lines.open(lineNo);
  }

  private void lookAt(int lineNo) {
    var viewer = picture;
    if (viewer != null) {
      viewer.select(lineNo);
    }
  }

  /** Somebody who was typing when the page went away goes on where they were. */
  @Override
  protected void onAttach(AttachEvent attached) {
    if (shown().summary().stage() != Stage.READY_FOR_REVIEW) {
      return;
    }
    if (drafts.header().isThere()) {
      editHeader();
    } else {
      drafts.lineBeingSplit().ifPresent(lines::split);
    }
  }

  private void editHeader() {
    new ShopAndDate(shown(), desk::correct, drafts.header()).open();
  }

  private void accept() {
    if (acceptance.accept()) {
      UI.getCurrent().navigate(PANTRY);
    } else {
      desk.notOpenAnyMore();
    }
  }

  private void undoAcceptance() {
    acceptance.undo();
    readAgain();
  }

  private void remove() {
    remover.remove(shown().summary());
    UI.getCurrent().navigate(ReceiptsView.PATH);
  }

  private void readAnew(boolean replacingAll) {
    if (!rescan.begin(household.id(), shown().id(), replacingAll)) {
      desk.notOpenAnyMore();
    }
  }

  private void enterByHand() {
    review.enterByHand(household.id(), shown().id());
    readAgain();
  }

  private void retry() {
    review.retry(household.id(), shown().id());
    readAgain();
  }

  private Receipt shown() {
    var now = receipt;
    if (now == null) {
      throw new IllegalStateException("No receipt is shown");
    }
    return now;
  }

  private void readAgain() {
    find(shown().id()).ifPresent(this::show);
  }

  @Override
  public String getPageTitle() {
    return receipt == null
        ? getTranslation("receipts.ui.title")
        : ReceiptText.name(receipt.summary());
  }
}
