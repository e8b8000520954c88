package io.groceryplanner.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.inventory.ItemMatching.Candidate;
import io.groceryplanner.inventory.ItemMatching.Likeness;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Names find the items they may mean. */
@IntegrationTest
class ItemMatchingTest {

  private static final int MANY = 3000;

  @LocalServerPort int port;
  @Autowired ItemMatching matching;
  @Autowired Items items;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Flyway flyway;

  @Test
  void theLikeliestComesFirstAndSaysWhy() {
    var household = household();
    for (var name : List.of("Whole milk", "Milk, whole", "Whole milk yoghurt", "Oat milk")) {
      items.named(household, new ItemName(name));
    }

    var found = candidates(household, "WHOLE  MILK");

    assertThat(found)
        .extracting(each -> each.item().name())
        .startsWith("Whole milk", "Milk, whole");
    assertThat(found)
        .extracting(Candidate::likeness)
        .startsWith(Likeness.EXACT, Likeness.NORMALISED, Likeness.RELATED);
    assertThat(found)
        .extracting(Candidate::confidence)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void anItemThatIsNewIsFoundAtOnce() {
    var household = household();
    assertThat(matching.candidates(household, Map.of(1, "Quark"))).isEmpty();

    items.named(household, new ItemName("Quark"));

    assertThat(candidates(household, "Quark")).hasSize(1);
  }

  @Test
  void anotherHouseholdsItemsAreNoCandidates() {
    items.named(household(), new ItemName("Quark"));

    assertThat(matching.candidates(household(), Map.of(1, "Quark"))).isEmpty();
  }

  @Test
  void namesOfSignsAndDigitsAloneBreakNothing() {
    var household = household();
    items.named(household, new ItemName("7 UP"));
    items.named(household, new ItemName("???"));

    assertThat(candidates(household, "7 UP").getFirst().likeness()).isEqualTo(Likeness.EXACT);
    assertThat(matching.candidates(household, Map.of(1, "!!!", 2, "12345"))).isEmpty();
  }

  @Test
  void theIndexServesBehindTheSecondWall() {
    var household = household();
    transaction.executeWithoutResult(_ -> {
      items.find(household, new ItemId(new java.util.UUID(0, 0)));
      jdbc.sql(
              """
              insert into item (household_id, id, name, name_key, created_at)
              select ?, gen_random_uuid(), 'Thing ' || md5(n::text), 'thing ' || md5(n::text), now()
              from generate_series(1, ?) n
              """)
          .params(household.value(), MANY)
          .update();
    });
    while (unindexed(household) > 0) {
      matching.candidates(household, Map.of(1, "Thing"));
    }
    // Autovacuum does so sooner or later; the planner guesses before.
    JdbcClient.create(flyway.getConfiguration().getDataSource()).sql("analyze item_gram").update();

    var plan =
        Objects.requireNonNull(
            transaction.execute(_ -> {
              items.find(household, new ItemId(new java.util.UUID(0, 0)));
              return jdbc.sql(
                      """
                      explain select asked.line, g.item_id from
                        unnest(array[1, 2], array['qua', 'uar']) as asked(line, gram)
                      join item_gram g on g.household_id = ? and g.gram = asked.gram
                      """)
                  .param(household.value())
                  .query(String.class)
                  .list();
            }));

    assertThat(String.join("\n", plan))
        .contains("item_gram_pkey")
        .containsPattern("Index Cond: .*gram");
  }

  private long unindexed(HouseholdId household) {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          items.find(household, new ItemId(new java.util.UUID(0, 0)));
          return jdbc.sql("select count(*) from item where household_id = ? and grams_version = 0")
              .param(household.value())
              .query(Long.class)
              .single();
        }));
  }

  private List<Candidate> candidates(HouseholdId household, String name) {
    return Objects.requireNonNull(matching.candidates(household, Map.of(1, name)).get(1));
  }

  private HouseholdId household() {
    return new HouseholdId(RestHousehold.signUp(port).id());
  }
}
