package io.groceryplanner.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/infra-001.md} names files, classes and tests that are there, in every row. */
class Infra001PageTest {

  /** What the plan lists as its critical files, in its order. */
  private static final List<String> CRITICAL =
      List.of(
          "Dockerfile.prod",
          "python_service/Dockerfile.prod",
          ".github/workflows/deploy-azure.yml",
          "lib/grocery_planner/storage.ex",
          "lib/grocery_planner/storage/local.ex",
          "lib/grocery_planner/storage/azure_blob.ex",
          "lib/grocery_planner_web/controllers/health_controller.ex",
          "lib/grocery_planner/ai_client.ex",
          "lib/grocery_planner/inventory/receipt_processor.ex",
          "lib/grocery_planner/inventory/changes/process_receipt.ex",
          "lib/grocery_planner/application.ex",
          "config/runtime.exs",
          "config/prod.exs",
          "mix.exs",
          "python_service/requirements.txt",
          "python_service/main.py",
          "python_service/middleware.py");

  /** How many checks it asks for, and sections it has. */
  private static final int VERIFICATIONS = 8;

  private static final int SECTIONS = 8;

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern CLASS =
      Pattern.compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:#([a-z]\\w*))?");
  private static final Pattern FILE =
      Pattern.compile("[\\w.-]+(?:/[\\w.-]+)+|[\\w.-]+\\.(?:md|prod|yaml|xml)");
  private static final Pattern SHOWN =
      Pattern.compile(
          "`\\w+(?:Test|Contract|Rules)(?:#\\w+)?`|`src/test/browser/\\w[\\w.]*\\.mjs`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");
  private static final List<String> EXCUSES =
      List.of("the same", "likewise", "those rows", "whatever it brings");

  private static final Path PAGE = Path.of("docs", "infra-001.md");

  static final List<Row> ROWS = rows(Repository.read(PAGE));

  /**
   * @param plan what INFRA-001 asks for
   * @param here where that is
   * @param shown what shows it
   */
  record Row(String section, String plan, String here, String shown) {

    /** What is wrong with it, in words. */
    List<String> problems() {
      var named = CODE.matcher(here + shown).results().map(hit -> hit.group(1));
      return Stream.concat(
              named.flatMap(name -> missing(name).stream()),
              SHOWN.matcher(shown).find() || EXCUSES.stream().anyMatch(shown::contains)
                  ? Stream.empty()
                  : Stream.of("nothing shows it"))
          .toList();
    }

    @Override
    public String toString() {
      return section + ": " + plan;
    }
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void whatARowNamesIsThere(Row row) {
    assertThat(row.problems()).isEmpty();
  }

  @Test
  void everyCriticalFileOfThePlanHasItsRow() {
    assertThat(of("Critical files").map(row -> row.plan().replace("`", "")))
        .containsExactlyElementsOf(CRITICAL);
  }

  @Test
  void everyVerificationAndEverySectionOfThePlanHasRows() {
    assertThat(of("Verification")).hasSize(VERIFICATIONS);
    for (int number = 1; number <= SECTIONS; number++) {
      assertThat(of(number + ". ")).as("section %d", number).isNotEmpty();
    }
  }

  @Test
  void itsLinksLeadSomewhere() {
    assertThat(LINK.matcher(Repository.read(PAGE)).results().map(hit -> hit.group(1)))
        .isNotEmpty()
        .allMatch(link -> Files.exists(PAGE.resolveSibling(link)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| x | `infra/arm/none.json` | `DeliveryTest` |",
        "| x | `NoSuchClass` | `DeliveryTest` |",
        "| x | `Settings` | `SettingsTest#thisIsNoTestOfIt` |",
        "| x | `Settings` | `src/test/browser/none.mjs` |",
        "| x | `Settings` | we looked at it |",
      })
  void aRowThatNamesWhatIsNotThereIsFound(String line) {
    var broken = rows("## 1. x\n\n| The plan | Here | Shown by |\n| --- | --- | --- |\n" + line);

    assertThat(broken).singleElement().satisfies(row -> assertThat(row.problems()).isNotEmpty());
  }

  private static Stream<Row> of(String section) {
    return ROWS.stream().filter(row -> row.section().startsWith(section));
  }

  private static List<Row> rows(String page) {
    return Arrays.stream(page.split("(?m)^## "))
        .skip(1)
        .flatMap(section ->
            section
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line -> line.split(" *\\| *", -1))
                .map(cells -> new Row(title(section), cells[1], cells[2], cells[3])))
        .toList();
  }

  private static String title(String section) {
    return section.lines().findFirst().orElseThrow();
  }

  private static Optional<String> missing(String name) {
    var named = CLASS.matcher(name);
    if (named.matches()) {
      var text = Optional.ofNullable(Sources.BY_CLASS.get(named.group(1)));
      var method = named.group(2);
      boolean isThere =
          text.filter(source -> method == null || source.contains("void " + method + "("))
              .isPresent();
      return isThere ? Optional.empty() : Optional.of("there is no " + name);
    }
    boolean isNoFile = FILE.matcher(name).matches() && !Files.exists(Path.of(name));
    return isNoFile ? Optional.of("there is no file " + name) : Optional.empty();
  }

  /** Every source of ours, by its class. */
  private static final class Sources {

    static final Map<String, String> BY_CLASS = new HashMap<>();

    static {
      for (var root : List.of("src", "ai-service/src", "telemetry", "infra/images")) {
        try (var files = Files.walk(Path.of(root))) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .forEach(file ->
                  BY_CLASS.merge(
                      file.getFileName().toString().replace(".java", ""),
                      Repository.read(file),
                      String::concat));
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    }
  }
}
