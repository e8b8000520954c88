package io.groceryplanner.aiservice.categories;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.catalogue.Category;
import io.groceryplanner.catalogue.ItemText;
import io.groceryplanner.catalogue.Resources;
import io.groceryplanner.catalogue.Stems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks for what nobody would notice among three thousand rows. */
class CatalogueTest {

  private static final List<String> ALWAYS =
      List.of(
          "name",
          "plural",
          "name_de",
          "plural_de",
          "category",
          "aisle",
          "unit",
          "packs",
          "storage",
          "waste_risk");
  private static final Set<String> FRESH = Set.of("Meat", "Poultry");

  private static final List<Row> ROWS = rows();

  @Test
  void thereAreEnoughRowsInEveryCategory() {
    assertThat(ROWS).hasSizeGreaterThanOrEqualTo(2_500);
    Map<String, Long> sizes =
        ROWS.stream().collect(Collectors.groupingBy(r -> r.get("category"), Collectors.counting()));
    assertThat(sizes.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Category.values()).map(Category::label).toList());
    assertThat(sizes.values()).allMatch(size -> size >= 40);
  }

  @Test
  void noRowLacksWhatEveryRowMustHave() {
    assertThat(faults(row -> ALWAYS.stream().anyMatch(column -> row.get(column).isBlank())))
        .isEmpty();
  }

  @Test
  void noNameMeansTwoThings() {
    Map<String, String> owners = new HashMap<>();
    List<String> clashes = new ArrayList<>();
    for (Row row : ROWS) {
      for (String key : new HashSet<>(row.names().map(CatalogueTest::key).toList())) {
        String other = owners.putIfAbsent(key, row.get("name"));
        if (other != null) {
          clashes.add(key + ": " + other + " and " + row.get("name"));
        }
      }
    }
    assertThat(clashes).isEmpty();
  }

  @Test
  void noSynonymIsWrittenTwice() {
    assertThat(faults(row -> row.synonyms().distinct().count() != row.synonyms().count()))
        .isEmpty();
  }

  @Test
  void unitsAndPacksAreOnesThePlannerCalculatesWith() {
    assertThat(faults(row -> !Set.of("g", "kg", "ml", "l", "piece").contains(row.get("unit"))))
        .isEmpty();
    assertThat(faults(row -> !row.get("packs").matches(PACK + "(\\|" + PACK + ")*"))).isEmpty();
  }

  private static final String PACK = "(\\d+ x )?\\d+(\\.\\d+)? (g|kg|ml|l|piece|bunch)";

  @Test
  void weightsAndDensitiesArePossible() {
    assertThat(outside("grams_per_piece", 0.5, 10_000)).isEmpty();
    assertThat(outside("density_g_per_ml", 0.1, 1.6)).isEmpty();
    assertThat(
            faults(row ->
                Set.of("ml", "l").contains(row.get("unit"))
                    && row.number("density_g_per_ml").isEmpty()))
        .isEmpty();
    assertThat(
            faults(row ->
                row.get("unit").equals("piece")
                    && Category.labelled(row.get("category")).compareTo(Category.HOUSEHOLD) < 0
                    && row.number("grams_per_piece").isEmpty()))
        .isEmpty();
  }

  @Test
  void daysArePossible() {
    assertThat(outside("pantry_days", 1, 3_650)).isEmpty();
    assertThat(outside("fridge_days", 1, 730)).isEmpty();
    assertThat(outside("freezer_days", 30, 730)).isEmpty();
    assertThat(outside("opened_days", 1, 3_650)).isEmpty();
    assertThat(faults(row -> row.daysWhereKept().isEmpty())).isEmpty();
    assertThat(faults(row -> row.number("opened_days").orElse(0) > row.longestDays()))
        .as("opened, a thing keeps no longer than closed")
        .isEmpty();
  }

  @Test
  void storageFitsTheThing() {
    assertThat(
            faults(row ->
                row.get("category").equals("Frozen") != row.get("storage").equals("freezer")))
        .isEmpty();
    assertThat(
            faults(row ->
                FRESH.contains(row.get("aisle"))
                    && (!row.get("storage").equals("fridge")
                        || row.number("fridge_days").orElse(0) > 14)))
        .isEmpty();
  }

  @Test
  void wasteRiskFollowsHowLongAThingKeeps() {
    assertThat(faults(row -> !Set.of("low", "medium", "high").contains(row.get("waste_risk"))))
        .isEmpty();
    assertThat(
            faults(
                row -> row.get("waste_risk").equals("high") && row.daysWhereKept().orElse(0) > 14))
        .isEmpty();
    assertThat(
            faults(
                row -> row.get("waste_risk").equals("low") && row.daysWhereKept().orElse(0) < 10))
        .isEmpty();
  }

  private static List<String> faults(Predicate<Row> fault) {
    return ROWS.stream().filter(fault).map(row -> row.get("name")).toList();
  }

  private static List<String> outside(String column, double least, double most) {
    return faults(row -> {
      OptionalDouble number = row.number(column);
      return number.isPresent() && (number.getAsDouble() < least || number.getAsDouble() > most);
    });
  }

  private static String key(String name) {
    return Stems.key(ItemText.of(name).words());
  }

  private static List<Row> rows() {
    List<List<String>> lines = Resources.rows("/catalogue/catalogue.tsv");
    List<String> header = lines.getFirst();
    List<Row> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      assertThat(line).as("%s", line).hasSameSizeAs(header);
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        cells.put(header.get(i), line.get(i));
      }
      rows.add(new Row(cells));
    }
    return rows;
  }

  private record Row(Map<String, String> cells) {

    String get(String column) {
      return cells.getOrDefault(column, "");
    }

    OptionalDouble number(String column) {
      String cell = get(column);
      return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }

    OptionalDouble daysWhereKept() {
      return number(get("storage") + "_days");
    }

    double longestDays() {
      return Stream.of("pantry_days", "fridge_days", "freezer_days")
          .mapToDouble(column -> number(column).orElse(0))
          .max()
          .orElse(0);
    }

    Stream<String> synonyms() {
      return Stream.of("synonyms", "brands")
          .flatMap(column -> Stream.of(get(column).split("\\|")))
          .filter(name -> !name.isEmpty());
    }

    Stream<String> names() {
      return Stream.concat(
          Stream.of(get("name"), get("plural"), get("name_de"), get("plural_de")), synonyms());
    }
  }
}
