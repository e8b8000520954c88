package io.groceryplanner.aiservice.bench;

import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names sorted into categories, and texts embedded, fifty in a call, on one processor. */
final class NameBench {

  private static final int CALLS = 200;
  private static final int AT_ONCE = 50;
  private static final List<String> KNOWN =
      List.of(
          "milk",
          "butter",
          "eggs",
          "bread",
          "apples",
          "bananas",
          "carrots",
          "onions",
          "potatoes",
          "tomatoes",
          "rice",
          "spaghetti",
          "flour",
          "sugar",
          "salt",
          "olive oil",
          "vinegar",
          "ketchup",
          "mustard",
          "honey",
          "jam",
          "coffee",
          "black tea",
          "orange juice",
          "beer",
          "red wine",
          "chicken breast",
          "ground beef",
          "salmon",
          "ham",
          "cheddar",
          "yogurt",
          "cream",
          "frozen peas",
          "ice cream",
          "chocolate",
          "crisps",
          "cookies",
          "oats",
          "cornflakes",
          "toilet paper",
          "dish soap",
          "shampoo",
          "toothpaste",
          "nappies",
          "cat food",
          "basil",
          "cinnamon",
          "chickpeas",
          "tuna");
  private static final List<String> TILL =
      List.of(
          "ORG WHL MLK 1GL",
          "CHKN BRST BNLS",
          "GRND BF 80/20",
          "LRG EGGS 12CT",
          "FRZ PEAS 12OZ",
          "ROMA TOMATOES",
          "BLK BEANS CAN",
          "DISH SOAP LEMON",
          "ALUM FOIL 25FT",
          "AVOCADO HASS");
  private static final List<String> HOW =
      List.of("crunchy", "sunny", "wild", "smooth", "grandma's", "alpine", "midnight", "royal");
  private static final List<String> WHAT =
      List.of("clouds", "pebbles", "ribbons", "sparks", "blossoms", "drops", "feathers", "stars");
  private static final List<String> LABELS =
      List.of(
          "Produce",
          "Meat & Seafood",
          "Dairy & Eggs",
          "Bakery",
          "Frozen",
          "Pantry",
          "Canned",
          "Condiments & Sauces",
          "Spices",
          "Snacks",
          "Beverages",
          "Breakfast",
          "Household",
          "Personal Care",
          "Baby",
          "Pet",
          "Other");

  private NameBench() {}

  /** Takes {@code categorise} or {@code embed}. */
  public static void main(String[] args) throws IOException {
    boolean categorise = args[0].equals("categorise");
    try (PackagedAi ai = PackagedAi.start(1, 2048)) {
      Figures figures = new Figures("fifty at once", "calls", "p50 ms", "p95 ms", "limited by");
      Map<String, Object> json = new LinkedHashMap<>();
      kinds()
          .forEach((kind, names) -> {
            List<Double> millis = measure(ai.client(), categorise, names);
            double middle = Figures.percentile(millis, 0.5);
            double slow = Figures.percentile(millis, 0.95);
            figures.row(kind, millis.size(), middle, slow, ai.limits().limitedBy());
            json.put(kind, Map.of("p50Millis", middle, "p95Millis", slow));
          });
      json.put("namesPerCall", AT_ONCE);
      json.put("cpus", ai.limits().cpus());
      json.put("limitedBy", ai.limits().limitedBy());
      figures.print(json);
    }
  }

  /** What the names of a call are, by the number of the call. */
  private static Map<String, IntFunction<List<String>>> kinds() {
    Map<String, IntFunction<List<String>>> kinds = new LinkedHashMap<>();
    kinds.put("known", call -> turned(KNOWN, call));
    kinds.put("asTillsPrint", call -> turned(TILL, call));
    kinds.put("oneInTenNew", call -> partlyNew(call, AT_ONCE / 10));
    kinds.put("allNew", call -> partlyNew(call, AT_ONCE));
    return kinds;
  }

  private static List<String> turned(List<String> names, int by) {
    return IntStream.range(0, AT_ONCE).mapToObj(i -> names.get((i + by) % names.size())).toList();
  }

  private static List<String> partlyNew(int call, int fresh) {
    List<String> names = new ArrayList<>(turned(KNOWN, call).subList(0, AT_ONCE - fresh));
    for (int i = 0; i < fresh; i++) {
      int number = call * fresh + i;
      names.add(
          HOW.get(number % HOW.size())
              + " "
              + WHAT.get(number / HOW.size() % WHAT.size())
              + " of "
              + inLetters(number));
    }
    return names;
  }

  /** Different for each number; digits would be left out of a name. */
  private static String inLetters(int number) {
    StringBuilder letters = new StringBuilder("ba");
    for (int rest = number; rest > 0; rest /= 20) {
      letters.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20)).append('o');
    }
    return letters.toString();
  }

  private static List<Double> measure(
      ServiceClient client, boolean categorise, IntFunction<List<String>> names) {
    List<Double> millis = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      String body = categorise ? categorize(names.apply(call)) : embed(names.apply(call));
      long start = System.nanoTime();
      Answer answer = client.postJson(categorise ? "/api/v1/categorize" : "/api/v1/embed", body);
      millis.add((System.nanoTime() - start) / 1e6);
      if (answer.status() != 200) {
        throw new IllegalStateException(answer.body());
      }
    }
    return millis;
  }

  private static String categorize(List<String> names) {
    return "{\"items\": [%s], \"labels\": [%s]}"
        .formatted(
            numbered(names, "name"),
            LABELS.stream().map("{\"name\": \"%s\"}"::formatted).collect(Collectors.joining(",")));
  }

  private static String embed(List<String> texts) {
    return "{\"texts\": [%s]}".formatted(numbered(texts, "text"));
  }

  private static String numbered(List<String> values, String field) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> "{\"id\": \"%d\", \"%s\": \"%s\"}".formatted(i, field, values.get(i)))
        .collect(Collectors.joining(","));
  }
}
