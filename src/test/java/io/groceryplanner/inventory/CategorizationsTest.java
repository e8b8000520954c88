package io.groceryplanner.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Names find a category of the household's own, with or without the AI. */
@IntegrationTest
class CategorizationsTest {

  private static final String PATH = "/api/v1/categorizations";

  @LocalServerPort int port;
  @Autowired Items items;
  @Autowired Categories categories;

  private RestHousehold rest;
  private HouseholdId household;

  @BeforeEach
  void signUp() {
    rest = RestHousehold.signUp(port);
    household = new HouseholdId(rest.id());
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void theCatalogueAnswersWhileTheAiIsAwayAndSaysSo() {
    StandInAi.get().beBusy();

    var answer = ask("whole milk", "Äpfel Elstar", "BIO EIER 10ER", "flumbergobble");

    assertThat(answer.get("ai").asString()).isEqualTo("unavailable");
    assertThat(answer.at("/predictions/0/label").asString()).isEqualTo(own("DAIRY_EGGS"));
    assertThat(answer.at("/predictions/0/source").asString()).isEqualTo("catalogue");
    assertThat(answer.at("/predictions/0/level").asString()).isEqualTo("high");
    assertThat(answer.at("/predictions/1/label").asString()).isEqualTo(own("PRODUCE"));
    assertThat(answer.at("/predictions/2/label").asString()).isEqualTo(own("DAIRY_EGGS"));
    assertThat(answer.at("/predictions/3/name").asString()).isEqualTo("flumbergobble");
    assertThat(answer.at("/predictions/3/label").isNull()).isTrue();
    assertThat(answer.at("/predictions/3/source").isNull()).isTrue();
    assertThat(answer.at("/predictions/3/confidence").asDouble()).isZero();
  }

  @Test
  void whatTheCatalogueSurelyKnowsNeedsNoModelAndTheAiIsSaidToBeThere() {
    var answer = ask("butter");

    assertThat(answer.get("ai").asString()).isEqualTo("ok");
    assertThat(answer.at("/predictions/0/source").asString()).isEqualTo("catalogue");
  }

  @Test
  void whatTheHouseholdChoseGoesBeforeWhatIsUsual() {
    var snacks = StarterCategory.SNACKS;
    var item = items.named(household, new ItemName("Butter"));
    items.remember(household, item.id(), categoryId(snacks), null);

    var answer = ask("BUTTER");

    assertThat(answer.at("/predictions/0/label").asString()).isEqualTo(own("SNACKS"));
    assertThat(answer.at("/predictions/0/source").asString()).isEqualTo("remembered");
  }

  @Test
  void theSameNameTwiceAndABlankOneAreAnsweredEach() {
    var answer = ask("butter", " ", "butter");

    assertThat(answer.get("predictions").size()).isEqualTo(3);
    assertThat(answer.at("/predictions/2/label").asString()).isEqualTo(own("DAIRY_EGGS"));
    assertThat(answer.at("/predictions/1/label").isNull()).isTrue();
  }

  @Test
  void tooManyNamesAndNoNamesAreRefusedWithASentence() {
    var many = String.join(",", Collections.nCopies(Categorizations.MOST + 1, "\"x\""));

    var tooMany = rest.post(PATH, "{\"names\": [" + many + "]}");
    var none = rest.post(PATH, "{}");

    assertThat(tooMany.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(body(tooMany).get("code").asString()).isEqualTo("too_many_names");
    assertThat(none.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Test
  void bothSidesKnowTheSameSeventeenCategories() {
    assertThat(io.groceryplanner.catalogue.Category.values())
        .extracting(StarterCategory::of)
        .containsExactly(StarterCategory.values());
  }

  private JsonNode ask(String... names) {
    var list = String.join(",", Arrays.stream(names).map(name -> '"' + name + '"').toList());
    var answer = rest.post(PATH, "{\"names\": [" + list + "]}");
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    return body(answer);
  }

  private String own(String starter) {
    return categories.list(household).stream()
        .filter(found -> found.starter().equals(Optional.of(StarterCategory.valueOf(starter))))
        .map(Category::name)
        .findFirst()
        .orElseThrow();
  }

  private CategoryId categoryId(StarterCategory starter) {
    return categories.list(household).stream()
        .filter(found -> found.starter().equals(Optional.of(starter)))
        .map(Category::id)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode body(org.springframework.http.ResponseEntity<JsonNode> answer) {
    var body = answer.getBody();
    if (body == null) {
      throw new AssertionError("No body: " + answer);
    }
    return body;
  }
}
