package io.groceryplanner.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.Messages;
import io.groceryplanner.base.UserId;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.ops.Degradations.Part;
import io.groceryplanner.ops.FeatureSwitches.Switch;
import io.groceryplanner.ops.Features.Availability;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class FeatureSwitchesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired FeatureSwitches switches;
  @Autowired Features features;
  @Autowired JdbcClient jdbc;
  @Autowired ChangeNotices notices;
  @Autowired AuditLog audit;
  @Autowired Clock clock;
  @Autowired Messages messages;

  private RestHousehold kitchen;
  private UserId admin;

  @BeforeEach
  void signUp() {
    kitchen = RestHousehold.signUp(port);
    admin = Screens.found(context, Screens.newEmail()).user();
  }

  @AfterEach
  void asTheEnvironmentSays() {
    for (var which : Switch.values()) {
      turn(which, true);
    }
    jdbc.sql("delete from feature_switch").update();
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void everyReplicaHearsOfAChangeAndKnowsWhoMadeIt() {
    var other =
        new FeatureSwitches(new FeatureSettings(true, true, true), jdbc, notices, audit, clock);
    other.start();

    turn(Switch.SEMANTIC_SEARCH, false);

    await().atMost(PATIENCE).until(() -> !other.isOn(Switch.SEMANTIC_SEARCH));
    assertThat(other.list())
        .filteredOn(setting -> setting.which() == Switch.SEMANTIC_SEARCH)
        .singleElement()
        .satisfies(
            setting -> assertThat(setting.change().orElseThrow().by()).contains("Mara Weiß"));
    assertThat(audit.list(AuditAct.Area.ADMINISTRATION, null, 1).items())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.actor()).contains(admin);
          assertThat(entry.subject()).isEqualTo("SEMANTIC_SEARCH_ENABLED");
          assertThat(entry.detail()).isEqualTo("on → off");
        });
    assertThat(features.of(Feature.SEARCH_BY_MEANING)).isEqualTo(new Availability.SwitchedOff());
    assertThat(features.of(Feature.CATEGORY_SUGGESTIONS))
        .as("others are not touched")
        .isNotInstanceOf(Availability.SwitchedOff.class);
  }

  @Test
  void theEnvironmentSaysHowTheyStandUntilSomebodyChangesThem() {
    var other =
        new FeatureSwitches(new FeatureSettings(false, true, false), jdbc, notices, audit, clock);
    other.start();
    assertThat(other.isOn(Switch.RECEIPT_PROCESSING)).isFalse();
    assertThat(other.isOn(Switch.AI_CATEGORIZATION)).isTrue();

    turn(Switch.RECEIPT_PROCESSING, true);

    await().atMost(PATIENCE).until(() -> other.isOn(Switch.RECEIPT_PROCESSING));
    assertThat(other.isOn(Switch.SEMANTIC_SEARCH)).isFalse();
  }

  @Test
  void whileReadingIsOffReceiptsWaitAndCanBeEnteredByHandAndThenGoOn() {
    turn(Switch.RECEIPT_PROCESSING, false);
    var waiting = uploaded("receipts/lindenhof-creased.jpg");
    var byHand = uploaded("receipts/lindenhof-skewed.jpg");
    awaitField(waiting, "condition", "awaiting_ai");
    awaitField(byHand, "condition", "awaiting_ai");

    assertThat(kitchen.post("/api/v1/receipts/" + byHand + "/enter-by-hand").getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
    assertThat(receipt(byHand).get("stage").asString()).isEqualTo("ready_for_review");
    assertThat(receipt(waiting).get("stage").asString()).isEqualTo("pending");

    turn(Switch.RECEIPT_PROCESSING, true);
    awaitField(waiting, "stage", "ready_for_review");
  }

  @Test
  void whileSuggestionsAreOffTheModelIsNotAskedAndTheCatalogueStillAnswers() {
    turn(Switch.AI_CATEGORIZATION, false);

    var answer =
        body(
            kitchen.post(
                "/api/v1/categorizations", "{\"names\": [\"butter\", \"Milch\", \"xyz\"]}"));

    assertThat(answer.get("ai").asString()).isEqualTo("unavailable");
    assertThat(answer.at("/predictions/0/source").asString()).isEqualTo("catalogue");
    assertThat(answer.at("/predictions/2/label").isNull()).isTrue();
  }

  @Test
  void everyFeatureSaysWhatItNeedsAndHasItsTexts() {
    assertThat(Feature.thoseThatNeed(Part.DATABASE)).containsExactly(Feature.values());
    assertThat(Feature.thoseThatNeed(Part.AI_SERVICE))
        .containsExactly(
            Feature.RECEIPT_READING, Feature.CATEGORY_SUGGESTIONS, Feature.SEARCH_BY_MEANING);
    for (var language : Messages.LANGUAGES) {
      for (var feature : Feature.values()) {
        assertThat(messages.say(language, feature.messageKey())).isNotBlank();
        assertThat(messages.say(language, feature.messageKey() + ".away")).isNotBlank();
        assertThat(messages.say(language, feature.messageKey() + ".off")).isNotBlank();
      }
    }
  }

  @Test
  void healthNamesTheAiServiceAndStaysCheap() {
    var degradations = context.getBean(Degradations.class);
    StandInAi.get().beBroken();
    java.util.Arrays.stream(Part.values()).forEach(degradations::clear);
    degradations.report(Part.AI_SERVICE);
    try {
      var answer = RestHousehold.anonymous(port).get("/health");
      assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
      assertThat(body(answer).toString())
          .isEqualTo("{\"status\":\"degraded\",\"database\":\"ok\",\"ai_service\":\"down\"}");
    } finally {
      degradations.clear(Part.AI_SERVICE);
    }
    assertThat(body(RestHousehold.anonymous(port).get("/health")).toString())
        .isEqualTo("{\"status\":\"ok\",\"database\":\"ok\",\"ai_service\":\"ok\"}");
    assertThat(RestHousehold.anonymous(port).get("/health/live").getStatusCode())
        .isEqualTo(HttpStatus.OK);
  }

  private void turn(Switch which, boolean on) {
    switches.turn(which, on, admin);
    await().atMost(PATIENCE).until(() -> switches.isOn(which) == on);
  }

  private String uploaded(String sample) {
    return body(kitchen.upload("r.jpg", RestHousehold.sample(sample))).get("id").asString();
  }

  private JsonNode receipt(String id) {
    return body(kitchen.get("/api/v1/receipts/" + id));
  }

  private void awaitField(String id, String field, String value) {
    await().atMost(PATIENCE).until(() -> receipt(id).get(field).asString().equals(value));
  }

  private static JsonNode body(org.springframework.http.ResponseEntity<JsonNode> answer) {
    return Objects.requireNonNull(answer.getBody(), answer::toString);
  }
}
