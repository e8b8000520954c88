package io.groceryplanner.aiservice.categories;

import io.groceryplanner.aiservice.categories.Lexicon.KnownName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of groceries and household goods that both services know. */
final class Catalogue {

  private Catalogue() {}

  static List<Entry> entries() {
    List<List<String>> rows = Resources.rows("/catalogue/catalogue.tsv");
    Map<String, Integer> columns = new HashMap<>();
    List<String> header = rows.getFirst();
    for (int i = 0; i < header.size(); i++) {
      columns.put(header.get(i), i);
    }
    return rows.subList(1, rows.size()).stream().map(row -> new Row(row, columns).entry()).toList();
  }

  /** All names of all entries; a name of its own goes before somebody else's synonym. */
  static List<KnownName> names(List<Entry> entries) {
    List<KnownName> names = new ArrayList<>();
    entries.forEach(entry -> entry.known(entry.ownNames()).forEach(names::add));
    entries.forEach(entry -> entry.known(entry.synonyms()).forEach(names::add));
    return names;
  }

  /** One line of the table, as far as sorting needs it. */
  record Entry(String name, Category category, List<String> ownNames, List<String> synonyms) {

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
          Stream.concat(list("synonyms"), list("brands")).toList());
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
