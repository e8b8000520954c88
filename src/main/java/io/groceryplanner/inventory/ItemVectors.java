package io.groceryplanner.inventory;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.catalogue.Catalogue;
import io.groceryplanner.catalogue.Groceries;
import io.groceryplanner.catalogue.Known;
import io.groceryplanner.catalogue.Lexicon;
import io.groceryplanner.household.TenantScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What items' names mean to the embedding model, kept with the items. */
@Service
@TenantScoped
public class ItemVectors {

  /** From this cosine on two names may mean the same thing. */
  private static final double NEAR = 0.75;

  /** Of one category, so many items are compared. */
  private static final int MOST_COMPARED = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Groceries groceries;

  ItemVectors(JdbcClient jdbc, JdbcTemplate batches, Groceries groceries) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.groceries = groceries;
  }

  /** An item whose name has no vector yet, and the text to ask one for. */
  public record Unembedded(ItemId item, String text) {}

  public List<Unembedded> listUnembedded(HouseholdId household, int most) {
    return jdbc.sql(
            "select id, name from item where household_id = ? and embedding is null limit ?")
        .params(household.value(), most)
        .query((row, _) ->
            new Unembedded(new ItemId(row.getObject(1, UUID.class)), text(row.getString(2))))
        .list();
  }

  /** The names as the model understands them best, by the same numbers. */
  public Map<Integer, String> texts(HouseholdId household, Map<Integer, String> names) {
    var texts = new HashMap<Integer, String>();
    names.forEach((number, name) -> texts.put(number, text(name)));
    return texts;
  }

  /** In English where the catalogue knows the thing. */
  private String text(String name) {
    return groceries
        .find(name)
        .filter(known -> known.how() == Lexicon.How.EXACT)
        .flatMap(Known::entry)
        .map(Catalogue.Entry::name)
        .orElseGet(() -> {
          var words = groceries.words(name);
          return words.isEmpty() ? name : String.join(" ", words);
        });
  }

  public void keep(HouseholdId household, String model, Map<ItemId, List<Float>> vectors) {
    var rows = new ArrayList<Object[]>();
    vectors.forEach((item, vector) ->
        rows.add(
            new Object[] {vector.toArray(new Float[0]), model, household.value(), item.value()}));
    batches.batchUpdate(
        "update item set embedding = ?, embedding_model = ? where household_id = ? and id = ?",
        rows);
  }

  /**
   * A text to find the nearest item for.
   *
   * @param category only its items are compared
   */
  public record Question(CategoryId category, List<Float> vector) {}

  /**
   * @param cosine 0.75 to 1
   */
  public record Nearest(ItemId item, double cosine) {}

  private record Row(UUID item, UUID category, Float[] vector) {}

  /** The item nearest in meaning, where any is near; one query for all questions. */
  public Map<Integer, Nearest> nearest(
      HouseholdId household, String model, Map<Integer, Question> questions) {
    var categories = questions.values().stream().map(each -> each.category().value()).distinct();
    var rows =
        jdbc.sql(
                """
                select i.id, i.category_id, i.embedding
                from unnest(?::uuid[]) as asked(category_id)
                cross join lateral (
                  select id, category_id, embedding from item
                  where household_id = ? and category_id = asked.category_id
                    and embedding_model = ? limit ?) as i
                """)
            .params(categories.toArray(UUID[]::new), household.value(), model, MOST_COMPARED)
            .query((row, _) ->
                new Row(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    floats(row.getArray(3))))
            .list();
    var found = new HashMap<Integer, Nearest>();
    questions.forEach(
        (line, question) -> nearest(question, rows).ifPresent(nearest -> found.put(line, nearest)));
    return found;
  }

  private static Optional<Nearest> nearest(Question question, Collection<Row> rows) {
    Row best = null;
    double highest = NEAR;
    for (var row : rows) {
      double cosine =
          row.category().equals(question.category().value())
              ? cosine(question.vector(), row.vector())
              : 0;
      if (cosine >= highest) {
        best = row;
        highest = cosine;
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(new Nearest(new ItemId(best.item()), Math.min(highest, 1)));
  }

  private static double cosine(List<Float> a, Float[] b) {
    if (a.size() != b.length) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      sum += a.get(i) * b[i];
    }
    return sum;
  }

  private static Float[] floats(Array array) throws SQLException {
    return (Float[]) array.getArray();
  }
}
