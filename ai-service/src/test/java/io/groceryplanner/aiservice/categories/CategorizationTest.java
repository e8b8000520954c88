package io.groceryplanner.aiservice.categories;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.base.Installation;
import io.groceryplanner.aiservice.categories.Categorization.Prediction;
import io.groceryplanner.aiservice.embeddings.Embeddings;
import io.groceryplanner.catalogue.Category;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategorizationTest {

  private static Embeddings embeddings;
  private static Categorization categorization;

  @BeforeAll
  static void load() {
    Installation installation = new Installation(null, null);
    embeddings = new Embeddings(installation);
    Sorting sorting = new Sorting(embeddings, installation);
    categorization = new Categorization(sorting, new LabelMeanings(sorting), embeddings);
  }

  @AfterAll
  static void close() {
    embeddings.destroy();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          bananas, Produce
          Red Onions, Produce
          asparagus, Produce
          'beans, green', Produce
          boneless skinless chicken breast, Meat & Seafood
          Hackfleisch gemischt 500g, Meat & Seafood
          feta, Dairy & Eggs
          'Frische Vollmilch 3,5% 1l', Dairy & Eggs
          Dinkelvollkornbrot, Bakery
          Rosinenbrötchen, Bakery
          frozen peas, Frozen
          TK Himbeeren 300 g, Frozen
          basmati rice, Pantry
          Butter Unsalted, Dairy & Eggs
          chopped tomatoes (canned), Canned
          Johannisbeersaft, Beverages
          Paprikapulver edelsüß, Spices
          toilet paper 12 rolls, Household
          Feuchttücher Baby, Baby
          Katzenstreu, Pet
          shampoo for dry hair, Personal Care
          """)
  void whatPeopleWriteLandsWhereTheyWouldPutIt(String name, String category) {
    assertThat(sort(name).label()).isEqualTo(category);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ORG WHL MLK 1GL, Dairy & Eggs
          BNLS CHKN BRST, Meat & Seafood
          #4011 BANANAS 1.2 LB, Produce
          FRZN PEAS 16OZ, Frozen
          GRK YOG PLN 32OZ, Dairy & Eggs
          BIO VOLLM. 3.5%, Dairy & Eggs
          TP 12PK, Household
          KATZENFUTTER HUHN 100G, Pet
          SPUELMITTEL ZITRONE, Household
          KAFFEEBOHNEN CREMA, Beverages
          JOGH.ERDBEERE 500G, Dairy & Eggs
          ZITRONEN EISTEE, Beverages
          TOMATEN KETCHUP, Condiments & Sauces
          MOZZ SHRED 8OZ, Dairy & Eggs
          """)
  void whatTillsPrintIsUnderstood(String name, String category) {
    assertThat(sort(name).label()).isEqualTo(category);
  }

  @Test
  void labelsAHouseholdInventedWork() {
    List<Label> own = labels("Bread & Cake", "Milchprodukte", "Cat food", "Dog food", "Sonstiges");
    assertThat(under(own, "Roggenbrot")).isEqualTo("Bread & Cake");
    assertThat(under(own, "apple pie")).isEqualTo("Bread & Cake");
    assertThat(under(own, "gouda slices")).isEqualTo("Milchprodukte");
    assertThat(under(own, "Schlagsahne")).isEqualTo("Milchprodukte");
    assertThat(under(own, "kitten food with tuna")).isEqualTo("Cat food");
    assertThat(under(own, "Hundeleckerli")).isEqualTo("Dog food");
    assertThat(under(own, "light bulb")).isEqualTo("Sonstiges");
  }

  @Test
  void twoLabelsOfOneKindShareItsThingsByLikeness() {
    List<Label> own = labels("Fruit", "Vegetables", "Cheese", "Milk & Yoghurt");
    assertThat(under(own, "strawberries")).isEqualTo("Fruit");
    assertThat(under(own, "broccoli")).isEqualTo("Vegetables");
    assertThat(under(own, "cheddar")).isEqualTo("Cheese");
    assertThat(under(own, "greek yogurt")).isEqualTo("Milk & Yoghurt");
  }

  @Test
  void aFancifulNameIsUnderstoodByItsExamples() {
    List<Label> own =
        List.of(
            new Label("Grandpa's shelf", "", List.of("beer", "red wine", "cola")),
            new Label("The wobbly drawer", "", List.of("toothpaste", "soap")),
            new Label("Downstairs", "flour, rice, pasta and sugar", List.of()));
    assertThat(under(own, "whisky")).isEqualTo("Grandpa's shelf");
    assertThat(under(own, "shampoo")).isEqualTo("The wobbly drawer");
    assertThat(under(own, "spaghetti")).isEqualTo("Downstairs");
  }

  @Test
  void whatAHouseholdFiledSomewhereStaysThere() {
    List<Label> own =
        List.of(
            new Label("Produce", "", List.of()),
            new Label("Breakfast", "", List.of("Bananas", "peanut butter")));
    assertThat(under(own, "banana")).isEqualTo("Breakfast");
    assertThat(under(own, "apple")).isEqualTo("Produce");
  }

  @Test
  void householdsWithoutACategoryPutItsThingsIntoTheNextBest() {
    List<Label> ten =
        labels(
            "Dairy",
            "Produce",
            "Meat & Seafood",
            "Bakery",
            "Frozen",
            "Pantry",
            "Beverages",
            "Snacks",
            "Household",
            "Other");
    assertThat(under(ten, "canned tomatoes")).isEqualTo("Pantry");
    assertThat(under(ten, "cinnamon")).isEqualTo("Pantry");
    assertThat(under(ten, "toothpaste")).isEqualTo("Household");
    assertThat(under(ten, "eggs")).isEqualTo("Dairy");
  }

  @Test
  void theKnownIsSureAndTheUnknownIsNot() {
    assertThat(sort("bananas").level()).isEqualTo("high");
    assertThat(sort("qwrtz plmkn").level()).isEqualTo("low");
    assertThat(sort("12345").level()).isEqualTo("low");
  }

  @Test
  void scoresNeverAddUpToMoreThanOneAndTheBestIsTheAnswer() {
    for (String name : List.of("milk", "cat food", "zzz", "frozen garlic bread", "!!!")) {
      Prediction found = sort(name);
      double sum = found.scores().values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(sum).isBetween(0.0, 1.001);
      assertThat(found.confidence())
          .isEqualTo(found.scores().values().stream().mapToDouble(d -> d).max().orElseThrow());
    }
  }

  private static Prediction sort(String name) {
    String[] names = Arrays.stream(Category.values()).map(Category::label).toArray(String[]::new);
    return categorization.labelling(labels(names)).predict(name);
  }

  private static String under(List<Label> labels, String name) {
    return categorization.labelling(labels).predict(name).label();
  }

  private static List<Label> labels(String... names) {
    return Stream.of(names).map(name -> new Label(name, "", List.of())).toList();
  }
}
