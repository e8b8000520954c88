package io.groceryplanner.aiservice.receipts.parsing;

import io.groceryplanner.aiservice.receipts.reading.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sums at the foot of a receipt, weighed against one another. */
final class Totals {

  private static final double ENOUGH = 5;

  /** A labelled sum. */
  private record Sum(RowKind kind, Amount amount, boolean aboutTax) {}

  private final List<Sum> sums = new ArrayList<>();
  private final Map<Long, Double> votes = new TreeMap<>();
  private final Map<Long, Box> places = new HashMap<>();
  private final Set<Long> named = new HashSet<>();
  private final Map<Long, Integer> printed = new HashMap<>();
  private final List<List<Amount>> taxed = new ArrayList<>();

  private Totals() {}

  static Totals of(List<Row> rows, List<RowKind> kinds, int from) {
    Totals totals = new Totals();
    totals.collect(rows, kinds, from);
    return totals;
  }

  private void collect(List<Row> rows, List<RowKind> kinds, int from) {
    boolean inTaxTable = false;
    for (int i = from; i < rows.size(); i++) {
      RowKind kind = kinds.get(i);
      if (kind == RowKind.TAX_TABLE) {
        inTaxTable = true;
        continue;
      }
      if (inTaxTable) {
        taxed.add(rows.get(i).amounts());
      }
      rows.get(i).amounts().forEach(a -> printed.merge(a.cents(), 1, Integer::sum));
      Amount amount = rows.get(i).lastAmount();
      boolean sum =
          switch (kind) {
            case FINAL_TOTAL, TOTAL, SUBTOTAL, TAX, ROUNDING, TENDER, CHANGE, COUNT, DISCOUNT ->
                true;
            default -> false;
          };
      if (!sum) {
        continue;
      }
      if (amount == null) {
        amount = Amounts.nearlyIn(rows.get(i), printed.keySet());
        if (amount != null) {
          printed.merge(amount.cents(), 1, Integer::sum);
        }
      }
      if (amount == null
          && !rows.get(i).hasDigits()
          && i + 1 < rows.size()
          && rows.get(i + 1).letters() <= 2) {
        amount = rows.get(i + 1).lastAmount();
      }
      if (amount == null
          || (inTaxTable && (rows.get(i).amounts().size() > 1 || !isPayment(kind)))) {
        continue;
      }
      if (isTaxOfATotal(rows.get(i))) {
        continue;
      }
      boolean rounded = kind == RowKind.ROUNDING && Math.abs(amount.cents()) >= 100;
      sums.add(
          new Sum(rounded ? RowKind.FINAL_TOTAL : kind, amount, RowKinds.isAboutTax(rows.get(i))));
    }
  }

  /** A total of net amounts with the tax beside it stands under a table of taxes. */
  private static boolean isTaxOfATotal(Row row) {
    List<Amount> amounts = row.amounts();
    return amounts.size() > 1
        && amounts.getLast().cents() * 4 < amounts.get(amounts.size() - 2).cents();
  }

  private static boolean isPayment(RowKind kind) {
    return kind == RowKind.TENDER || kind == RowKind.CHANGE || kind == RowKind.FINAL_TOTAL;
  }

  /** The sum of a kind that stands lowest, or null. */
  @Nullable Long last(RowKind kind) {
    return sums.stream()
        .filter(s -> s.kind == kind)
        .map(s -> s.amount.cents())
        .reduce((a, b) -> b)
        .orElse(null);
  }

  @Nullable Long first(RowKind kind) {
    return sums.stream()
        .filter(s -> s.kind == kind)
        .map(s -> s.amount.cents())
        .findFirst()
        .orElse(null);
  }

  /** The amount to pay, by how many things speak for it; {@code linesTotal} is one of them. */
  @Nullable Found<Long> best(long linesTotal, int lines) {
    long largest = sums.stream().mapToLong(s -> s.amount.cents()).max().orElse(0);
    for (Sum sum : sums) {
      long cents = sum.amount.cents();
      if (sum.aboutTax && cents * 4 < largest) {
        continue;
      }
      if (sum.kind != RowKind.SUBTOTAL && sum.kind != RowKind.COUNT) {
        named.add(cents);
      }
      double sure = 0.4 + 0.6 * sum.amount.confidence();
      switch (sum.kind) {
        case FINAL_TOTAL -> vote(cents, 4 * sure, sum.amount.box());
        case TOTAL -> vote(cents, 2 * sure, sum.amount.box());
        case SUBTOTAL -> vote(cents, 0.6 * sure, sum.amount.box());
        case COUNT -> vote(cents, 0.4 * sure, sum.amount.box());
        case TENDER -> vote(cents, 0.7 * sure, sum.amount.box());
        default -> {}
      }
    }
    derived(linesTotal);
    if (lines > 0) {
      support(linesTotal, 1.2);
      Long tax = last(RowKind.TAX);
      if (tax != null) {
        support(linesTotal + tax, 0.5);
      }
    }
    // The amount to pay is printed again and again; one that was misread is not.
    printed.forEach((cents, times) ->
        votes.computeIfPresent(cents, (c, v) -> v + 0.35 * Math.min(3, times - 1)));
    return proved(winner(), linesTotal, lines);
  }

  /** The winner, but for one misread digit where the other sums prove it. */
  private @Nullable Found<Long> proved(@Nullable Found<Long> winner, long linesTotal, int lines) {
    if (winner == null) {
      return null;
    }
    int times = printed.getOrDefault(winner.value(), 0);
    Evidence evidence = evidence(lines > 0 ? linesTotal : 0);
    Long instead =
        evidence.isMade(winner.value()) ? null : evidence.insteadOf(winner.value(), times);
    return instead == null ? winner : new Found<>(instead, 0.6, winner.box());
  }

  private Evidence evidence(long linesTotal) {
    Evidence evidence = new Evidence();
    evidence.makes(linesTotal);
    Long rounding = last(RowKind.ROUNDING);
    long rounded = rounding == null ? 0 : rounding;
    if (rounded != 0 && linesTotal != 0) {
      evidence.makes(linesTotal + rounded);
      evidence.makes(linesTotal - rounded);
    }
    Long tax = first(RowKind.TAX);
    for (Sum sum : sums) {
      long cents = sum.amount.cents();
      if (sum.kind == RowKind.SUBTOTAL || sum.kind == RowKind.COUNT) {
        evidence.makes(tax == null ? cents + rounded : cents + tax + rounded);
        if (tax != null && cents == linesTotal) {
          evidence.makes(cents + tax + rounded);
        }
      } else if (sum.kind == RowKind.TENDER
          || sum.kind == RowKind.TOTAL
          || sum.kind == RowKind.FINAL_TOTAL) {
        evidence.says(cents);
      }
    }
    for (List<Amount> amounts : taxed) {
      if (amounts.size() > 1) {
        long net = amounts.get(amounts.size() - 2).cents();
        long taxed = amounts.getLast().cents();
        if (net == linesTotal || (tax != null && taxed == tax)) {
          evidence.makes(net + taxed + rounded);
        }
        if (net == linesTotal) {
          evidence.makes(net + taxed + rounded);
        }
      }
    }
    Long change = last(RowKind.CHANGE);
    Long tender = last(RowKind.TENDER);
    if (change != null && tender != null && change != 0) {
      evidence.makes(Math.abs(tender) - Math.abs(change));
    }
    return evidence;
  }

  private void derived(long linesTotal) {
    Long handedBack = last(RowKind.CHANGE);
    long change = handedBack == null ? 0 : Math.abs(handedBack);
    for (Sum sum : sums) {
      long paid = Math.abs(sum.amount.cents()) - change;
      if (sum.kind == RowKind.TENDER && handedBack != null && paid > 0) {
        support(paid, 1.8);
        vote(paid, change > 0 ? 1.2 : 0, null);
        named.add(paid);
        if (paid == linesTotal) {
          vote(paid, 1.2, null);
        }
      }
    }
    Long subtotal = last(RowKind.SUBTOTAL);
    Long tax = first(RowKind.TAX);
    Long rounding = last(RowKind.ROUNDING);
    if (subtotal != null && tax != null) {
      support(subtotal + tax, 1.2);
      if (rounding != null && rounding != 0) {
        support(subtotal + tax + rounding, 1);
      }
    }
    if (rounding != null && rounding != 0) {
      rounded(rounding);
    }
  }

  /**
   * What is rounded stands above the rounding, whose sign may be printed behind it or not at all.
   */
  private void rounded(long rounding) {
    for (Sum sum : sums) {
      double weight =
          switch (sum.kind) {
            case TOTAL, FINAL_TOTAL -> 3.2;
            case SUBTOTAL -> 1;
            default -> 0;
          };
      if (sum.kind == RowKind.ROUNDING) {
        return;
      }
      if (weight > 0) {
        support(sum.amount.cents() + rounding, weight);
        support(sum.amount.cents() - rounding, weight);
      }
    }
  }

  /** A sum that was worked out speaks for an amount only where that amount is printed. */
  private void support(long cents, double weight) {
    if (printed.containsKey(cents)) {
      vote(cents, weight, null);
    }
  }

  private void vote(long cents, double weight, @Nullable Box box) {
    if (cents <= 0) {
      return;
    }
    votes.merge(cents, weight, Double::sum);
    if (box != null) {
      places.put(cents, box);
    }
  }

  private @Nullable Found<Long> winner() {
    Map.Entry<Long, Double> best = null;
    double second = 0;
    for (Map.Entry<Long, Double> vote : votes.entrySet()) {
      if (best == null || vote.getValue() > best.getValue()) {
        second = best == null ? 0 : best.getValue();
        best = vote;
      } else {
        second = Math.max(second, vote.getValue());
      }
    }
    if (best == null || best.getValue() < 0.85) {
      return null;
    }
    double lead = best.getValue() / (best.getValue() + second);
    double confidence = Math.min(0.99, Math.min(1, best.getValue() / ENOUGH) * (0.3 + 0.8 * lead));
    long cents = best.getKey();
    // An intermediate sum may be all that was read: it is the best guess then, and no more.
    return new Found<>(
        cents, named.contains(cents) ? confidence : confidence / 2, places.get(cents));
  }
}
