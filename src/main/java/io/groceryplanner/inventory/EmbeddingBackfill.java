package io.groceryplanner.inventory;

import io.groceryplanner.ai.AiAnswer.Answer;
import io.groceryplanner.ai.AiAnswer.Rejected;
import io.groceryplanner.ai.AiAnswer.Unavailable;
import io.groceryplanner.ai.AiService;
import io.groceryplanner.ai.Caller;
import io.groceryplanner.ai.Embedding;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.household.SystemScope;
import io.groceryplanner.inventory.BackfillState.Run;
import io.groceryplanner.jobs.DurableSteps;
import io.groceryplanner.jobs.StepResult;
import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives every item of every household a vector of the current model: for those that have none, and
 * for those whose vector an older model made. Goes on where it was after a stop or a crash.
 */
@Service
public class EmbeddingBackfill {

  static final String TASK = "embedding-backfill";
  private static final String SUBJECT = "all-items";

  /** No model is called so. */
  private static final String ANY_MODEL = "-";

  /** As many texts as one question may hold. */
  private static final int AT_ONCE = 100;

  /** Between two questions, so that people who wait for an answer come in between. */
  private static final Duration BREATH = Duration.ofMillis(200);

  private final SystemScope system;
  private final JdbcClient jdbc;
  private final ItemVectors vectors;
  private final AiService ai;
  private final DurableSteps steps;
  private final BackfillState state;
  private final AuditLog audit;

  EmbeddingBackfill(
      SystemScope system,
      JdbcClient jdbc,
      ItemVectors vectors,
      AiService ai,
      DurableSteps steps,
      BackfillState state,
      AuditLog audit) {
    this.system = system;
    this.jdbc = jdbc;
    this.vectors = vectors;
    this.ai = ai;
    this.steps = steps;
    this.state = state;
    this.audit = audit;
  }

  /**
   * @param model nothing for items without a vector
   */
  public record Count(Optional<String> model, long items) {}

  /** How many items have a vector of which model; the most first. */
  public List<Count> counts() {
    return system.call(() ->
        jdbc.sql(
                """
                select embedding_model, count(*) as items from item
                group by embedding_model order by items desc
                """)
            .query((row, _) ->
                new Count(
                    Optional.ofNullable(row.getString("embedding_model")), row.getLong("items")))
            .list());
  }

  public Optional<Run> findLatest() {
    return state.find();
  }

  /**
   * Begins at the first item; what has a vector of the current model already is passed over.
   *
   * @return false when one runs already
   */
  @Transactional
  public boolean start(UserId admin) {
    boolean begun = state.begin();
    if (begun) {
      audit.write(AuditAct.BACKFILL_STARTED, admin, TASK, "");
      steps.schedule(TASK, SUBJECT);
    }
    return begun;
  }

  /**
   * After the question that is being asked.
   *
   * @return false when none runs
   */
  @Transactional
  public boolean stop(UserId admin) {
    boolean stopped = state.change(BackfillState.State.RUNNING, BackfillState.State.STOPPED);
    if (stopped) {
      audit.write(AuditAct.BACKFILL_STOPPED, admin, TASK, "");
    }
    return stopped;
  }

  /**
   * Goes on behind the last item that was done.
   *
   * @return false when none was stopped
   */
  @Transactional
  public boolean resume(UserId admin) {
    boolean resumed = state.change(BackfillState.State.STOPPED, BackfillState.State.RUNNING);
    if (resumed) {
      audit.write(AuditAct.BACKFILL_STARTED, admin, TASK, "resumed");
      steps.schedule(TASK, SUBJECT);
    }
    return resumed;
  }

  private record Unembedded(HouseholdId household, ItemId item, String name) {}

  /** One question to the model. */
  StepResult goOn() {
    var run = state.find().filter(found -> found.state() == BackfillState.State.RUNNING);
    if (run.isEmpty()) {
      return StepResult.DONE;
    }
    var batch = next(run.get());
    if (batch.isEmpty()) {
      state.change(BackfillState.State.RUNNING, BackfillState.State.DONE);
      return StepResult.DONE;
    }
    return switch (ai.embed(Caller.JOB, texts(batch))) {
      case Answer(var embedding) -> {
        keep(batch, embedding);
        yield new StepResult.LookAgainIn(BREATH);
      }
      case Rejected<Embedding>(var code, var _) ->
          throw new IllegalStateException("ai-service does not embed items: " + code);
      case Unavailable(var _, var retryAfter) -> new StepResult.LookAgainIn(retryAfter);
    };
  }

  /**
   * The next items to ask for. The model is known after the first answer only, so that the first
   * question may ask for items that have its vector.
   */
  private List<Unembedded> next(Run run) {
    return system.call(() ->
        jdbc.sql(
                """
                select household_id, id, name from item
                where (household_id, id) > (?, ?) and coalesce(embedding_model, '') <> ?
                order by household_id, id limit ?
                """)
            .params(run.behindHousehold(), run.behindItem(), run.model().orElse(ANY_MODEL), AT_ONCE)
            .query((row, _) ->
                new Unembedded(
                    new HouseholdId(row.getObject("household_id", UUID.class)),
                    new ItemId(row.getObject("id", UUID.class)),
                    row.getString("name")))
            .list());
  }

  private List<Embedding.Text> texts(List<Unembedded> batch) {
    var texts = new ArrayList<Embedding.Text>();
    byHousehold(batch)
        .forEach((household, places) -> {
          var names = new HashMap<Integer, String>();
          places.forEach(place -> names.put(place, batch.get(place).name()));
          vectors
              .texts(household, names)
              .forEach((place, text) -> texts.add(new Embedding.Text(place.toString(), text)));
        });
    return texts;
  }

  private void keep(List<Unembedded> batch, Embedding embedding) {
    var answered = new HashMap<Integer, List<Float>>();
    embedding
        .vectors()
        .forEach(vector -> answered.put(Integer.valueOf(vector.id()), vector.vector()));
    byHousehold(batch)
        .forEach((household, places) -> {
          var found = new HashMap<ItemId, List<Float>>();
          places.stream()
              .filter(answered::containsKey)
              .forEach(place -> found.put(batch.get(place).item(), answered.get(place)));
          vectors.keep(household, embedding.model(), found);
        });
    var last = batch.getLast();
    state.advance(embedding.model(), batch.size(), last.household().value(), last.item().value());
  }

  private static Map<HouseholdId, List<Integer>> byHousehold(List<Unembedded> batch) {
    var places = new HashMap<HouseholdId, List<Integer>>();
    for (int i = 0; i < batch.size(); i++) {
      places.computeIfAbsent(batch.get(i).household(), _ -> new ArrayList<>()).add(i);
    }
    return places;
  }
}
