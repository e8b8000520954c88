package io.groceryplanner.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.inventory.BackfillState.Run;
import io.groceryplanner.inventory.BackfillState.State;
import io.groceryplanner.jobs.StepResult;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every item of every household gets a vector of the current model. */
@IntegrationTest
class EmbeddingBackfillTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String MODEL = "all-minilm-l6-v2-q";

  @Autowired ApplicationContext context;
  @Autowired EmbeddingBackfill backfill;
  @Autowired BackfillState state;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private final UserId admin = UserId.create();

  @BeforeEach
  void answerEachText() {
    StandInAi.get().embedEachText();
  }

  @AfterEach
  void stop() {
    backfill.stop(admin);
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void itemsWithoutAVectorAndOfAnOlderModelGetOneInEveryHousehold() {
    var one = Screens.found(context, Screens.newEmail()).household();
    var other = Screens.found(context, Screens.newEmail()).household();
    var missing = item(one, "Milch", Optional.empty());
    var older = item(other, "Butter", Optional.of("an-older-model"));

    backfill.start(admin);
    await().atMost(PATIENCE).until(() -> run().state() == State.DONE);

    assertThat(model(one, missing)).contains(MODEL);
    assertThat(model(other, older)).contains(MODEL);
    assertThat(run().model()).contains(MODEL);
    assertThat(run().embedded()).isGreaterThanOrEqualTo(2);
    assertThat(backfill.counts())
        .extracting(EmbeddingBackfill.Count::model)
        .doesNotContain(Optional.empty(), Optional.of("an-older-model"));
  }

  @Test
  void whileAiIsAwayItWaitsAndLosesNothing() {
    var household = Screens.found(context, Screens.newEmail()).household();
    var missing = item(household, "Brot", Optional.empty());
    StandInAi.get().beBusy();
    state.begin();

    assertThat(backfill.goOn()).isInstanceOf(StepResult.LookAgainIn.class);
    assertThat(run().embedded()).isZero();
    assertThat(run().state()).isEqualTo(State.RUNNING);

    StandInAi.get().answerAsRecorded();
    StandInAi.get().embedEachText();
    backfill.stop(admin);
    backfill.resume(admin);
    await().atMost(PATIENCE).until(() -> model(household, missing).isPresent());
  }

  @Test
  void stoppedItDoesNothingAndResumedItGoesOnWhereItWas() {
    var household = Screens.found(context, Screens.newEmail()).household();
    var missing = item(household, "Salz", Optional.empty());
    state.begin();
    state.advance(MODEL, 7, new UUID(0, 1), new UUID(0, 1));
    backfill.stop(admin);

    assertThat(backfill.goOn()).isEqualTo(StepResult.DONE);
    assertThat(model(household, missing)).isEmpty();

    backfill.resume(admin);
    await().atMost(PATIENCE).until(() -> run().state() == State.DONE);
    assertThat(run().embedded()).as("counted on from where it was").isGreaterThan(7);
    assertThat(model(household, missing)).contains(MODEL);
  }

  private Run run() {
    return state.find().orElseThrow();
  }

  private UUID item(HouseholdId household, String name, Optional<String> model) {
    var id = UUID.randomUUID();
    inside(
        household,
        () ->
            jdbc.sql(
                    """
                    insert into item
                      (household_id, id, name, name_key, created_at, embedding, embedding_model)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """)
                .params(household.value(), id, name, name.toLowerCase(Locale.ROOT))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(model.map(_ -> new Float[] {1f}).orElse(null))
                .param(model.orElse(null))
                .update());
    return id;
  }

  private Optional<String> model(HouseholdId household, UUID item) {
    var found = new ArrayList<Optional<String>>();
    inside(
        household,
        () ->
            found.add(
                jdbc.sql("select embedding_model from item where id = ?")
                    .param(item)
                    .query((row, _) -> Optional.ofNullable(row.getString(1)))
                    .single()));
    return found.getFirst();
  }

  private void inside(HouseholdId household, Runnable work) {
    transaction.executeWithoutResult(_ -> {
      jdbc.sql("select set_config('app.household_id', ?, true)")
          .param(household.toString())
          .query(row -> {});
      work.run();
    });
  }
}
