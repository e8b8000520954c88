package io.groceryplanner.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows of facts to compare: a table on a laptop, cards on a phone. Rows that stay the same are left
 * alone when the table is shown anew, and so is the keyboard's focus in them.
 */
public class DataTable<T> extends NativeTable {

  private record Column<T>(String title, String className, Function<T, Component> cell) {}

  private record Shown<T>(T value, NativeTableRow row) {}

  private final transient List<Column<T>> columns = new ArrayList<>();
  private final transient Function<T, Object> keyOf;
  private final transient Map<Object, Shown<T>> shown = new HashMap<>();
  private final NativeTableRow titles = new NativeTableRow();
  private final NativeTableBody body;

  /**
   * @param keyOf what tells rows apart, whatever else of them changes
   */
  public DataTable(String label, Function<T, Object> keyOf) {
    this.keyOf = keyOf;
    addClassName("data-table");
    // Said, since a phone shows the rows as blocks, which takes their meaning from them.
    getElement().setAttribute("role", "table").setAttribute("aria-label", label);
    titles.getElement().setAttribute("role", "row");
    getHead().add(titles);
    getHead().getElement().setAttribute("role", "rowgroup");
    body = getBody();
    body.getElement().setAttribute("role", "rowgroup");
  }

  public DataTable<T> column(String title, Function<T, Component> cell) {
    return add(new Column<>(title, "", cell));
  }

  /** Text of one line or several. */
  public DataTable<T> text(String title, Function<T, String> cell) {
    return column(title, row -> new Span(cell.apply(row)));
  }

  /** Numbers, which stand one below the other. */
  public DataTable<T> figure(String title, Function<T, Component> cell) {
    return add(new Column<>(title, "figures", cell));
  }

  /** Buttons; their title is only said. */
  public DataTable<T> actions(String title, Function<T, Component> cell) {
    return add(new Column<>(title, "acts", cell));
  }

  private DataTable<T> add(Column<T> column) {
    columns.add(column);
    var title = new NativeTableHeaderCell();
    title.getElement().setAttribute("scope", "col").setAttribute("role", "columnheader");
    var words = new Span(column.title());
    if (column.className().equals("acts")) {
      words.addClassName("sr");
    } else if (!column.className().isEmpty()) {
      title.addClassName(column.className());
    }
    title.add(words);
    titles.add(title);
    return this;
  }

  /** Replaces what is shown. */
  public void show(List<T> values) {
    var rows = new ArrayList<NativeTableRow>();
    var kept = new HashMap<Object, Shown<T>>();
    for (var value : values) {
      var key = keyOf.apply(value);
      var before = shown.get(key);
      var now =
          before != null && before.value().equals(value) ? before : new Shown<>(value, row(value));
      kept.put(key, now);
      rows.add(now.row());
    }
    shown.clear();
    shown.putAll(kept);
    if (!body.getChildren().toList().equals(rows)) {
      body.removeAll();
      rows.forEach(body::add);
    }
  }

  private NativeTableRow row(T value) {
    var row = new NativeTableRow();
    row.getElement().setAttribute("role", "row");
    for (var column : columns) {
      var cell = new NativeTableCell(column.cell().apply(value));
      cell.getElement().setAttribute("role", "cell");
      if (column.className().equals("acts")) {
        cell.addClassName("acts");
      } else {
        cell.getElement().setAttribute("data-label", column.title());
        if (!column.className().isEmpty()) {
          cell.addClassName(column.className());
        }
      }
      row.add(cell);
    }
    return row;
  }
}
