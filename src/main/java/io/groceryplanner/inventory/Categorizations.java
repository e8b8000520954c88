package io.groceryplanner.inventory;

import io.groceryplanner.ai.AiAnswer.Answer;
import io.groceryplanner.ai.AiAnswer.Rejected;
import io.groceryplanner.ai.AiAnswer.Unavailable;
import io.groceryplanner.ai.AiService;
import io.groceryplanner.ai.Caller;
import io.groceryplanner.ai.Categorization;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.catalogue.Groceries;
import io.groceryplanner.catalogue.Known;
import io.groceryplanner.ops.Feature;
import io.groceryplanner.ops.Features;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Finds one of the household's own categories for names: what the household chose before goes
 * first, then what the catalogue surely knows, then the model. While the model is away, what the
 * catalogue likely knows is the answer. Never inside a transaction: the model may take its time.
 */
@Component
public class Categorizations {

  /** As many names as one question may hold. */
  public static final int MOST = 100;

  private static final double REMEMBERED = 0.99;
  private static final double SURE = 0.80;
  private static final double LIKELY = 0.50;

  private final Items items;
  private final Categories categories;
  private final Groceries groceries;
  private final AiService ai;
  private final Features features;

  Categorizations(
      Items items, Categories categories, Groceries groceries, AiService ai, Features features) {
    this.items = items;
    this.categories = categories;
    this.groceries = groceries;
    this.ai = ai;
    this.features = features;
  }

  /** What a prediction rests on. */
  public enum Source {
    CATALOGUE,
    REMEMBERED,
    MODEL
  }

  /**
   * @param category what it most likely is; nothing where nothing is known
   * @param confidence 0 to 1; zero without a category
   */
  public record Prediction(
      String name, Optional<Category> category, double confidence, Optional<Source> source) {

    static Prediction unknown(String name) {
      return new Prediction(name, Optional.empty(), 0, Optional.empty());
    }

    /** high from 0.80, medium from 0.50, else low. */
    public String level() {
      return confidence >= SURE ? "high" : confidence >= LIKELY ? "medium" : "low";
    }
  }

  /**
   * @param predictions one for each name, in the order asked
   */
  public record Result(List<Prediction> predictions, boolean aiAnswered) {}

  /**
   * @param names at most {@value #MOST}
   */
  public Result predict(HouseholdId household, List<String> names) {
    var own = categories.list(household);
    var found = new HashMap<String, Prediction>();
    remembered(household, names, own).forEach(found::put);
    var guesses = new HashMap<String, Prediction>();
    for (var name : names) {
      if (!found.containsKey(name)) {
        var guess = fromCatalogue(name, own);
        (guess.confidence() >= SURE ? found : guesses).put(name, guess);
      }
    }
    var open =
        names.stream()
            .distinct()
            .filter(name -> !found.containsKey(name) && !name.isBlank())
            .toList();
    var answered =
        features.isOn(Feature.CATEGORY_SUGGESTIONS)
            && (open.isEmpty() ? ai.answers() : askModel(open, own, found));
    return new Result(
        names.stream()
            .map(name ->
                found.getOrDefault(name, guesses.getOrDefault(name, Prediction.unknown(name))))
            .toList(),
        answered);
  }

  private Map<String, Prediction> remembered(
      HouseholdId household, List<String> names, List<Category> own) {
    var byId = own.stream().collect(Collectors.toMap(Category::id, Function.identity()));
    var written = names.stream().filter(name -> !name.isBlank()).distinct().toList();
    var known = items.findAll(household, written.stream().map(ItemName::new).toList());
    var found = new HashMap<String, Prediction>();
    for (var name : written) {
      Optional.ofNullable(known.get(new ItemName(name).key()))
          .flatMap(Item::category)
          .map(byId::get)
          .ifPresent(category ->
              found.put(name, prediction(name, category, REMEMBERED, Source.REMEMBERED)));
    }
    return found;
  }

  private Prediction fromCatalogue(String name, List<Category> own) {
    return groceries
        .find(name)
        .filter(Known::isLikely)
        .flatMap(known ->
            own.stream()
                .filter(category ->
                    category.starter().equals(Optional.of(StarterCategory.of(known.category()))))
                .findFirst()
                .map(category -> prediction(name, category, known.confidence(), Source.CATALOGUE)))
        .orElseGet(() -> Prediction.unknown(name));
  }

  /** Puts what the model says into {@code found}; false when it did not answer. */
  private boolean askModel(List<String> names, List<Category> own, Map<String, Prediction> found) {
    var asked = new ArrayList<Categorization.Item>();
    IntStream.range(0, names.size())
        .forEach(i ->
            asked.add(
                new Categorization.Item(Integer.toString(i), new ItemName(names.get(i)).shown())));
    var labels =
        own.stream()
            .map(category ->
                new Categorization.Label(
                    category.name(),
                    category.starter().map(StarterCategory::description).orElse(null),
                    List.of()))
            .toList();
    return switch (ai.categorize(Caller.PERSON, asked, labels)) {
      case Answer(var answer) -> {
        var byName = own.stream().collect(Collectors.toMap(Category::name, Function.identity()));
        for (var said : answer.predictions()) {
          var category = byName.get(said.label());
          var name = named(names, said.id());
          if (category != null && name.isPresent()) {
            found.put(
                name.get(), prediction(name.get(), category, said.confidence(), Source.MODEL));
          }
        }
        yield true;
      }
      case Rejected<Categorization> _ -> true;
      case Unavailable<Categorization> _ -> false;
    };
  }

  private static Optional<String> named(List<String> names, String id) {
    return IntStream.range(0, names.size())
        .filter(i -> Integer.toString(i).equals(id))
        .mapToObj(names::get)
        .findFirst();
  }

  private static Prediction prediction(
      String name, Category category, double confidence, Source source) {
    return new Prediction(name, Optional.of(category), confidence, Optional.of(source));
  }
}
