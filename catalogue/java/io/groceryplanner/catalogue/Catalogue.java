package io.groceryplanner.catalogue;

import io.groceryplanner.catalogue.Keeping.Place;
import io.groceryplanner.catalogue.Keeping.WasteRisk;
import io.groceryplanner.catalogue.Lexicon.KnownName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The table of groceries and household goods that both services know. */
public final class Catalogue {

  private Catalogue() {}

  public static List<Entry> entries() {
    List<List<String>> rows = Resources.rows("/catalogue/catalogue.tsv");
    Map<String, Integer> columns = new HashMap<>();
    List<String> header = rows.getFirst();
    for (int i = 0; i < header.size(); i++) {
      columns.put(header.get(i), i);
    }
    return rows.subList(1, rows.size()).stream().map(row -> new Row(row, columns).entry()).toList();
  }

  /** All names of all entries; a name of its own goes before somebody else's synonym. */
  public static List<KnownName> names(List<Entry> entries) {
    List<KnownName> names = new ArrayList<>();
    entries.forEach(entry -> entry.known(entry.ownNames()).forEach(names::add));
    entries.forEach(entry -> entry.known(entry.synonyms()).forEach(names::add));
    return names;
  }

  /**
   * One line of the table; {@code catalogue/README.md} says what its columns mean.
   *
   * @param name English, singular; no two entries have the same
   * @param ownNames English and German, singular and plural
   * @param synonyms other words for it, and brands where people use them as the word
   * @param unit what people count it in: g, kg, ml, l or piece
   * @param packs usual packs, such as {@code 6 x 0.5 l}
   */
  public record Entry(
      String name,
      Category category,
      List<String> ownNames,
      List<String> synonyms,
      String aisle,
      String unit,
      List<String> packs,
      OptionalDouble gramsPerPiece,
      OptionalDouble gramsPerMillilitre,
      Keeping keeping) {

    private Stream<KnownName> known(List<String> written) {
      return written.stream().map(each -> new KnownName(each, category, name));
    }
  }

  private record Row(List<String> cells, Map<String, Integer> columns) {

    Entry entry() {
      return new Entry(
          cell("name"),
          Category.labelled(cell("category")),
          List.of(cell("name"), cell("plural"), cell("name_de"), cell("plural_de")),
          Stream.concat(list("synonyms"), list("brands")).toList(),
          cell("aisle"),
          cell("unit"),
          list("packs").toList(),
          number("grams_per_piece"),
          number("density_g_per_ml"),
          keeping());
    }

    private Keeping keeping() {
      return new Keeping(
          Place.valueOf(cell("storage").toUpperCase(Locale.ROOT)),
          days("pantry_days"),
          days("fridge_days"),
          days("freezer_days"),
          days("opened_days"),
          WasteRisk.valueOf(cell("waste_risk").toUpperCase(Locale.ROOT)));
    }

    private OptionalDouble number(String column) {
      return cell(column).isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(cell(column)));
    }

    private OptionalInt days(String column) {
      return cell(column).isEmpty()
          ? OptionalInt.empty()
          : OptionalInt.of(Integer.parseInt(cell(column)));
    }

    private Stream<String> list(String column) {
      return Arrays.stream(cell(column).split("\\|")).filter(name -> !name.isEmpty());
    }

    private String cell(String column) {
      Integer index = columns.get(column);
      if (index == null) {
        throw new IllegalStateException("The catalogue has no column " + column);
      }
      return cells.get(index);
    }
  }
}
