package io.groceryplanner.aiservice.receipts.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which rows hold the articles: below the head, above the first sum. */
record ItemRegion(int from, int to, List<Integer> further) {

  private static final Set<RowKind> SUMS =
      Set.of(
          RowKind.FINAL_TOTAL,
          RowKind.TOTAL,
          RowKind.SUBTOTAL,
          RowKind.TAX,
          RowKind.TENDER,
          RowKind.CHANGE,
          RowKind.COUNT,
          RowKind.ROUNDING,
          RowKind.TAX_TABLE);

  private static final Set<RowKind> AFTER_ALL_ARTICLES =
      Set.of(
          RowKind.FINAL_TOTAL, RowKind.TENDER, RowKind.CHANGE, RowKind.ROUNDING, RowKind.TAX_TABLE);

  static ItemRegion in(List<Row> rows, List<RowKind> kinds) {
    int header = header(rows, kinds);
    int from = header + 1;
    if (header < 0) {
      from = firstPriced(rows, kinds);
      // The name may stand in the row above its price.
      if (from > 0
          && from < rows.size()
          && rows.get(from).letters() < 4
          && kinds.get(from - 1) == RowKind.OTHER) {
        from--;
      }
    }
    int to = from;
    boolean any = false;
    while (to < rows.size()) {
      if (SUMS.contains(kinds.get(to)) && (any || kinds.get(to) == RowKind.FINAL_TOTAL)) {
        break;
      }
      any |= !rows.get(to).amounts().isEmpty();
      to++;
    }
    return new ItemRegion(from, to, further(rows, kinds, to));
  }

  /** Articles below an intermediate sum, known by a count and a price that make their amount. */
  private static List<Integer> further(List<Row> rows, List<RowKind> kinds, int sum) {
    List<Integer> found = new ArrayList<>();
    for (int i = sum; i < rows.size(); i++) {
      if (AFTER_ALL_ARTICLES.contains(kinds.get(i))) {
        return found;
      }
      ItemRow row = ItemRow.of(rows.get(i), kinds.get(i));
      if (kinds.get(i) == RowKind.OTHER
          && row.isNamed()
          && row.isPriced()
          && row.quantity() != null) {
        found.add(i);
      }
    }
    return List.of();
  }

  List<ItemRow> rows(List<Row> rows, List<RowKind> kinds) {
    List<ItemRow> items = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (kinds.get(i) != RowKind.ITEM_HEADER && kinds.get(i) != RowKind.EXPLANATION) {
        items.add(ItemRow.of(rows.get(i), kinds.get(i)));
      }
    }
    further.forEach(i -> items.add(ItemRow.of(rows.get(i), kinds.get(i))));
    return items;
  }

  private static int header(List<Row> rows, List<RowKind> kinds) {
    int found = -1;
    for (int i = 0; i < rows.size(); i++) {
      if (kinds.get(i) == RowKind.ITEM_HEADER && (found < 0 || i - found <= 2)) {
        found = i;
      }
      if (SUMS.contains(kinds.get(i)) && !rows.get(i).amounts().isEmpty()) {
        break;
      }
    }
    return found;
  }

  private static int firstPriced(List<Row> rows, List<RowKind> kinds) {
    for (int i = 0; i < rows.size(); i++) {
      boolean usable =
          switch (kinds.get(i)) {
            case OTHER, DEPOSIT, DISCOUNT -> true;
            default -> false;
          };
      if (usable
          && (!rows.get(i).amounts().isEmpty() || Quantity.in(rows.get(i).digits()) != null)) {
        return i;
      }
    }
    return rows.size();
  }
}
