package io.groceryplanner.aiservice.categories;

import io.groceryplanner.aiservice.categories.Categorization.Labelling;
import io.groceryplanner.catalogue.Category;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Sorts the names of a table into the seventeen categories and writes the answers as JSON Lines.
 */
@Component
@ConditionalOnProperty(name = "evaluate", havingValue = "categories")
class CategoryEvaluation implements ApplicationRunner {

  /** The columns a table may have its names in; without any of them the first one is taken. */
  private static final List<String> NAME_COLUMNS = List.of("name", "receipt_name");

  /** One name in the form the scorer reads; the rest tells how the answer was found. */
  record Judged(String name, String category, double confidence, String level, String evidence) {}

  private final Categorization categorization;
  private final ObjectMapper json;

  CategoryEvaluation(Categorization categorization, ObjectMapper json) {
    this.categorization = categorization;
    this.json = json;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    Set<String> names = names(Path.of(option(arguments, "data")));
    Labelling labelling =
        categorization.labelling(
            Arrays.stream(Category.values())
                .map(category -> new Label(category.label(), "", List.of()))
                .toList());
    labelling.predict("milk");
    long start = System.nanoTime();
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(option(arguments, "out")))) {
      for (String name : names) {
        Categorization.Prediction found = labelling.predict(name);
        out.write(
            json.writeValueAsString(
                new Judged(
                    name,
                    found.label(),
                    found.confidence(),
                    found.level(),
                    found.evidence().name().toLowerCase(Locale.ROOT))));
        out.newLine();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d names, %.2f ms each%n",
        names.size(),
        (System.nanoTime() - start) / 1e6 / Math.max(1, names.size()));
  }

  private static Set<String> names(Path table) throws IOException {
    List<String> lines = Files.readAllLines(table);
    List<String> header = List.of(lines.getFirst().split("\t", -1));
    int column =
        NAME_COLUMNS.stream().mapToInt(header::indexOf).filter(i -> i >= 0).findFirst().orElse(0);
    Collection<String> rows = lines.subList(1, lines.size());
    Set<String> names = new LinkedHashSet<>();
    for (String row : rows) {
      String name = row.split("\t", -1)[column];
      if (!name.isBlank()) {
        names.add(name);
      }
    }
    return names;
  }

  private static String option(ApplicationArguments arguments, String name) {
    List<String> values = arguments.getOptionValues(name);
    if (values == null || values.isEmpty()) {
      throw new IllegalArgumentException("--" + name + "=PATH is missing");
    }
    return values.getFirst();
  }
}
