package io.groceryplanner.receipts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.groceryplanner.receipts.ui.ReceiptScreens.sendAndRead;
import static io.groceryplanner.receipts.ui.ReceiptScreens.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.inventory.Item;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptReview;
import io.groceryplanner.receipts.Receipts;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages about what things cost and what was spent. */
@IntegrationTest
class PricesViewTest {

  private static final String PHOTO = "receipts/lindenhof-creased.jpg";
  private static final String HONEY = "Blütenhonig 500 g";

  @Autowired ApplicationContext context;
  @Autowired Receipts receipts;
  @Autowired ReceiptReview review;
  @Autowired Items items;
  @Autowired Stock stock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final String email = Screens.newEmail();
  private HouseholdId household = HouseholdId.create();
  private UserId user = UserId.create();

  @BeforeEach
  void foundAHousehold() {
    var signedUp = Screens.found(context, email);
    household = signedUp.household();
    user = signedUp.user();
  }

  @AfterEach
  void closeTheScreen() {
    Screens.close();
  }

  @Test
  void whatAnItemCostStandsThereByTheKilogramWithItsCheapestShop() {
    accept();

    open("prices/" + honey().id());

    assertThat(text(_get(H1.class))).isEqualTo(HONEY);
    assertThat(text(_get(PricesView.class)))
        .contains("Last paid", "€15.00 per kg", "Cheapest within a year", "€22.50", "3");
    _assertNone(PriceChart.class);
    _assertNone(InlineNote.class);
  }

  @Test
  void pricesOverTimeAreAPictureAndASmallerPackIsSaid() {
    accept();
    visitBefore(30, "1.0000", "12.5000");

    open("prices/" + honey().id());

    var chart = _get(PriceChart.class).getElement();
    assertThat(chart.getAttribute("data-points").split(",")).hasSize(2);
    assertThat(chart.getAttribute("aria-label"))
        .startsWith("Price from ")
        .endsWith("between €12.50 per kg and €15.00 per kg");
    assertThat(text(_get(InlineNote.class)))
        .contains("shrank from 1\u00a0kg to 500\u00a0g", "50 % less");
  }

  @Test
  void anItemWithoutAPriceSaysWhereOneComesFrom() {
    var item = items.named(household, new ItemName("Oat drink"));

    open("prices/" + item.id());

    assertThat(text(_get(EmptyState.class))).contains("No price yet", "To the receipts");
  }

  @Test
  void theItemOfAnotherHouseholdIsNotFoundAndNeitherIsGarbage() {
    var neighbours = Screens.found(context, Screens.newEmail());
    var theirs = items.named(neighbours.household(), new ItemName("Oat drink"));

    for (var id : new String[] {theirs.id().toString(), UUID.randomUUID().toString(), "42"}) {
      open("prices/" + id);
      assertThat(text(_get(H1.class))).isEqualTo("There is nothing here");
      Screens.close();
    }
  }

  @Test
  void pantryAndAcceptedReceiptLeadToThePrices() {
    var receipt = accept();
    var path = "prices/" + honey().id();

    open("pantry");
    assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains(path);
    Screens.close();
    open("receipts/" + receipt.id());
    assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains(path);
  }

  @Test
  void aMonthIsSummedByCategoryAndByShop() {
    var receipt = accept();
    var month = YearMonth.from(receipt.summary().purchasedOn().orElseThrow());
    var spent = receipt.summary().arithmetic().linesTotal().toPlainString();

    openMonth(month.toString());

    assertThat(text(_get(SpendingView.class))).contains("€" + spent);
    assertThat(_get(SpendingBars.class).getChildren()).hasSizeGreaterThan(1);
    _click(
        _find(NativeButton.class).stream()
            .filter(chip -> text(chip).equals("By shop"))
            .findAny()
            .orElseThrow());
    assertThat(_get(SpendingBars.class).getChildren()).hasSize(1);
    assertThat(text(_get(SpendingBars.class)))
        .contains(receipt.summary().merchant().orElseThrow(), "€" + spent);
  }

  @Test
  void aMonthWithoutShoppingSaysSoAndWhatIsNoMonthIsThisOne() {
    openMonth("soon");

    assertThat(text(_get(EmptyState.class))).contains("Nothing spent in");
    var title = text(_get(H1.class));
    assertThat(
            _get(Button.class, spec -> spec.withAttribute("aria-label", "The month after"))
                .isEnabled())
        .isFalse();
    _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "The month before")));
    assertThat(text(_get(H1.class))).isNotEqualTo(title).startsWith("Spending, ");
  }

  private Receipt accept() {
    var receipt = sendAndRead(context, household, user, PHOTO);
    review.accept(household, receipt.id(), user);
    return receipts.find(household, receipt.id()).orElseThrow();
  }

  private Item honey() {
    var name = new ItemName(HONEY);
    return Objects.requireNonNull(items.findAll(household, List.of(name)).get(name.key()));
  }

  /** The same was bought some days earlier, as a pack of this size. */
  private void visitBefore(int days, String pack, String unitPrice) {
    transaction.executeWithoutResult(_ -> {
      // Enters the household.
      stock.count(household);
      assertThat(
              jdbc.sql(
                      """
                      insert into price_observation select household_id, gen_random_uuid(), item_id,
                        receipt_id, shop_id, day - ?, amount, currency, quantity, unit, ?::numeric,
                        ?::numeric, per, 'test:' || id
                      from price_observation where household_id = ? and item_id = ?
                      """)
                  .params(days, pack, unitPrice, household.value(), honey().id().value())
                  .update())
          .isOne();
    });
  }

  private void openMonth(String month) {
    Screens.openAs(context, email);
    UI.getCurrent().navigate("spending", QueryParameters.of("month", month));
  }

  private void open(String path) {
    Screens.openAs(context, email);
    UI.getCurrent().navigate(path);
  }
}
