package io.groceryplanner.inventory;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.catalogue.Groceries;
import io.groceryplanner.household.TenantScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds the household's items that names may mean, for all names of a receipt at once. */
@Service
@TenantScoped
public class ItemMatching {

  /** As many candidates as a name gets. */
  public static final int MOST_CANDIDATES = 6;

  /** Of what both names are made of, this much must be shared for a candidate. */
  private static final double LEAST_SHARED = 0.25;

  /** Counted up whenever {@link NameParts} changes; what is older is made anew. */
  private static final int VERSION = 1;

  private static final int AT_ONCE = 1000;

  private final ItemRepository items;
  private final Groceries groceries;
  private final JdbcClient jdbc;

  ItemMatching(ItemRepository items, Groceries groceries, JdbcClient jdbc) {
    this.items = items;
    this.groceries = groceries;
    this.jdbc = jdbc;
  }

  /** Why an item may be meant. */
  public enum Likeness {
    /** The names are equal but for capitals and spaces. */
    EXACT,
    /** The same words, whatever their order, number, size and how a till shortens them. */
    NORMALISED,
    /** The same words but for a misread letter. */
    SIMILAR,
    /** Other words for the same thing, maybe in another language: for a person to choose. */
    SAME_THING,
    /** Some of the words: for a person to choose. */
    RELATED
  }

  /**
   * @param confidence 0 to 1
   */
  public record Candidate(Item item, Likeness likeness, double confidence) {}

  /**
   * The items each name may mean, the likeliest first, at most {@value #MOST_CANDIDATES}.
   *
   * @param names as people or tills write them, by whatever the caller knows them by
   */
  public Map<Integer, List<Candidate>> candidates(
      HouseholdId household, Map<Integer, String> names) {
    indexNew(household);
    var parts =
        names.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, named -> NameParts.of(named.getValue(), groceries)));
    var rows = sharing(household, parts);
    var ids = rows.stream().map(Row::item).distinct().toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    var byId =
        items.findByHouseholdIdAndIdIn(household.value(), ids).stream()
            .collect(Collectors.toMap(ItemEntity::getId, Function.identity()));
    var found = new HashMap<Integer, List<Candidate>>();
    for (var row : rows) {
      var item = byId.get(row.item());
      var name = names.get(row.line());
      var own = parts.get(row.line());
      if (item != null && name != null && own != null) {
        found
            .computeIfAbsent(row.line(), _ -> new ArrayList<>())
            .add(candidate(item, name, own, row.shared()));
      }
    }
    found
        .values()
        .forEach(each ->
            each.sort(
                Comparator.comparing(Candidate::likeness)
                    .thenComparing(Candidate::confidence, Comparator.reverseOrder())
                    .thenComparing(one -> one.item().name())));
    return found;
  }

  private Candidate candidate(ItemEntity entity, String name, NameParts own, double shared) {
    var item = entity.asItem();
    if (new ItemName(name).key().equals(entity.nameKey())) {
      return new Candidate(item, Likeness.EXACT, 1);
    }
    var parts = NameParts.of(item.name(), groceries);
    if (own.isSameAs(parts)) {
      return new Candidate(
          item, Likeness.NORMALISED, own.numbers().equals(parts.numbers()) ? 0.95 : 0.85);
    }
    if (own.isNearlySameAs(parts)) {
      return new Candidate(item, Likeness.SIMILAR, 0.8);
    }
    return own.meansSameAs(parts)
        ? new Candidate(item, Likeness.SAME_THING, 0.7)
        : new Candidate(item, Likeness.RELATED, Math.min(shared, 0.49));
  }

  private record Row(int line, UUID item, double shared) {}

  /** One query for all names: by equality of pieces, so an index serves behind the second wall. */
  private List<Row> sharing(HouseholdId household, Map<Integer, NameParts> names) {
    var lines = new ArrayList<Integer>();
    var grams = new ArrayList<String>();
    var sizes = new ArrayList<Integer>();
    names.forEach((line, parts) -> {
      var own = parts.grams();
      own.forEach(gram -> {
        lines.add(line);
        grams.add(gram);
        sizes.add(own.size());
      });
    });
    return jdbc.sql(
            """
            select line, item_id, likeness from (
              select line, item_id, likeness,
                row_number() over (partition by line order by likeness desc, item_id) as place
              from (
                select asked.line, g.item_id,
                  greatest(
                    count(*)::float8 / (min(asked.size) + min(i.gram_count) - count(*)),
                    -- the same thing by another name goes before names that share some letters
                    max(case when g.gram like '=%' then 0.7 else 0 end)) as likeness
                from unnest(:lines::int[], :grams::text[], :sizes::int[]) as asked(line, gram, size)
                join item_gram g on g.household_id = :household and g.gram = asked.gram
                join item i on i.household_id = g.household_id and i.id = g.item_id
                group by asked.line, g.item_id) as counted
              where likeness >= :least) as ranked
            where place <= :most
            """)
        .param("lines", lines.toArray(new Integer[0]))
        .param("grams", grams.toArray(new String[0]))
        .param("sizes", sizes.toArray(new Integer[0]))
        .param("household", household.value())
        .param("least", LEAST_SHARED)
        .param("most", MOST_CANDIDATES)
        .query((row, _) -> new Row(row.getInt(1), row.getObject(2, UUID.class), row.getDouble(3)))
        .list();
  }

  private record Unindexed(UUID id, String name) {}

  /** Items that are new since last time, or were taken apart by an older rule. */
  private void indexNew(HouseholdId household) {
    var unindexed =
        jdbc.sql(
                """
                select id, name from item
                where household_id = :household and grams_version < :version
                order by id limit :most for update
                """)
            .param("household", household.value())
            .param("version", VERSION)
            .param("most", AT_ONCE)
            .query((row, _) -> new Unindexed(row.getObject(1, UUID.class), row.getString(2)))
            .list();
    if (unindexed.isEmpty()) {
      return;
    }
    var ids = new ArrayList<UUID>();
    var grams = new ArrayList<String>();
    for (var item : unindexed) {
      NameParts.of(item.name(), groceries)
          .grams()
          .forEach(gram -> {
            ids.add(item.id());
            grams.add(gram);
          });
    }
    var all = unindexed.stream().map(Unindexed::id).toArray(UUID[]::new);
    jdbc.sql("delete from item_gram where household_id = ? and item_id = any(?)")
        .params(household.value(), all)
        .update();
    jdbc.sql(
            """
            insert into item_gram (household_id, item_id, gram)
            select ?, made.item_id, made.gram
            from unnest(?::uuid[], ?::text[]) as made(item_id, gram)
            on conflict do nothing
            """)
        .params(household.value(), ids.toArray(new UUID[0]), grams.toArray(new String[0]))
        .update();
    jdbc.sql(
            """
            update item i set grams_version = ?,
              gram_count = (select count(*) from item_gram g
                where g.household_id = i.household_id and g.item_id = i.id)
            where i.household_id = ? and i.id = any(?)
            """)
        .params(VERSION, household.value(), all)
        .update();
  }
}
