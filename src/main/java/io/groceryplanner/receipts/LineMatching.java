package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.catalogue.Groceries;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.inventory.Item;
import io.groceryplanner.inventory.ItemMatching;
import io.groceryplanner.inventory.ItemMatching.Candidate;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.Items;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says which of the household's items the lines of a receipt are: as this shop's text was
 * understood last time, else by name. Each way is one query for all lines.
 */
@Service
@TenantScoped
public class LineMatching {

  /** As many other items as are offered for a line. */
  public static final int MOST_ALTERNATIVES = 5;

  private final ReceiptRepository receipts;
  private final ReceiptLineRepository lines;
  private final Shops shops;
  private final ShopMemory memory;
  private final Items items;
  private final ItemMatching matching;
  private final Groceries groceries;
  private final JsonMapper json;

  LineMatching(
      ReceiptRepository receipts,
      ReceiptLineRepository lines,
      Shops shops,
      ShopMemory memory,
      Items items,
      ItemMatching matching,
      Groceries groceries,
      JsonMapper json) {
    this.receipts = receipts;
    this.lines = lines;
    this.shops = shops;
    this.memory = memory;
    this.items = items;
    this.matching = matching;
    this.groceries = groceries;
    this.json = json;
  }

  /** An item a line may also be, and why. */
  public record Alternative(Item item, MatchSource source, double confidence) {}

  /**
   * Other items each line may be, the likeliest first, by line number.
   *
   * @param ownNames what a line would be called as an item of its own, where it is another one now
   * @param comparedByMeaning whether the model was asked yet; false while it is away
   */
  public record Alternatives(
      Map<Integer, List<Alternative>> byLine,
      Map<Integer, String> ownNames,
      boolean comparedByMeaning) {}

  /** What else lines may be; of a receipt that is not the household's, nothing. */
  public Alternatives alternatives(HouseholdId household, ReceiptId id) {
    var receipt = receipts.findByHouseholdIdAndId(household.value(), id.value());
    if (receipt.isEmpty()) {
      return new Alternatives(Map.of(), Map.of(), false);
    }
    var read = AsRead.of(receipt.get(), json);
    var bought =
        lines.list(household.value(), id.value()).stream()
            .filter(ReceiptLineEntity::isItem)
            .collect(Collectors.toMap(ReceiptLineEntity::lineNo, line -> line));
    var names = new HashMap<Integer, String>();
    bought.forEach((lineNo, line) -> names.put(lineNo, read.printed(line)));
    var candidates = matching.candidates(household, names);
    var meant =
        items.findAllById(
            household, bought.values().stream().flatMap(line -> line.meant().stream()).toList());
    var found = new HashMap<Integer, List<Alternative>>();
    bought.forEach((lineNo, line) -> {
      var others =
          Stream.concat(
                  candidates.getOrDefault(lineNo, List.of()).stream()
                      .map(each -> new Alternative(each.item(), source(each), each.confidence())),
                  line.meant().map(meant::get).stream()
                      .map(item ->
                          new Alternative(item, MatchSource.MEANING, line.meantConfidence())))
              .filter(other -> !line.item().equals(Optional.of(other.item().id())))
              .sorted(Comparator.comparingDouble(Alternative::confidence).reversed())
              .collect(
                  Collectors.toMap(
                      other -> other.item().id(), other -> other, (a, _) -> a, LinkedHashMap::new))
              .values()
              .stream()
              .limit(MOST_ALTERNATIVES)
              .toList();
      if (!others.isEmpty()) {
        found.put(lineNo, others);
      }
    });
    return new Alternatives(found, ownNames(bought, names), receipt.get().hasMeaningsCompared());
  }

  private static Map<Integer, String> ownNames(
      Map<Integer, ReceiptLineEntity> bought, Map<Integer, String> printed) {
    return bought.entrySet().stream()
        .filter(line -> line.getValue().item().isPresent())
        .filter(line -> !own(line, printed).key().equals(line.getValue().name().key()))
        .collect(Collectors.toMap(Map.Entry::getKey, line -> own(line, printed).shown()));
  }

  private static ItemName own(
      Map.Entry<Integer, ReceiptLineEntity> line, Map<Integer, String> printed) {
    return ItemName.asPrinted(Objects.requireNonNull(printed.get(line.getKey())));
  }

  /** Matches what can be; answers the items by line number. */
  Map<Integer, Item> match(
      HouseholdId household, ReceiptEntity receipt, List<ReceiptLineEntity> bought) {
    var read = AsRead.of(receipt, json);
    var found = new HashMap<Integer, Item>();
    var open = new HashMap<Integer, ReceiptLineEntity>();
    bought.forEach(line -> open.put(line.lineNo(), line));
    recall(household, receipt, read, open, found);
    matchExactly(household, open, found);
    matchNearly(household, read, open, found);
    open.values()
        .forEach(line ->
            groceries
                .spelledOut(read.printed(line))
                .filter(_ -> line.item().isEmpty())
                .ifPresent(line::call));
    return found;
  }

  private void recall(
      HouseholdId household,
      ReceiptEntity receipt,
      AsRead read,
      Map<Integer, ReceiptLineEntity> open,
      Map<Integer, Item> found) {
    var shop = receipt.merchant().flatMap(name -> shops.find(household, name));
    if (shop.isEmpty()) {
      return;
    }
    var printed = new HashMap<Integer, String>();
    open.forEach((lineNo, line) -> printed.put(lineNo, read.printed(line)));
    var remembered = memory.recall(household, shop.get().id(), printed);
    var known =
        items.findAllById(
            household, remembered.values().stream().flatMap(each -> each.item().stream()).toList());
    remembered.forEach((lineNo, meant) -> {
      var line = open.remove(lineNo);
      if (line != null) {
        line.recall(meant);
        meant
            .item()
            .map(known::get)
            .ifPresent(item -> {
              line.match(item, MatchSource.REMEMBERED, meant.confidence());
              found.put(lineNo, item);
            });
      }
    });
  }

  private void matchExactly(
      HouseholdId household, Map<Integer, ReceiptLineEntity> open, Map<Integer, Item> found) {
    var known =
        items.findAll(household, open.values().stream().map(ReceiptLineEntity::name).toList());
    open.values()
        .removeIf(line -> {
          var item = known.get(line.name().key());
          if (item != null) {
            line.match(item, MatchSource.EXACT, 1);
            found.put(line.lineNo(), item);
          }
          return item != null;
        });
  }

  private void matchNearly(
      HouseholdId household,
      AsRead read,
      Map<Integer, ReceiptLineEntity> open,
      Map<Integer, Item> found) {
    var names = new HashMap<Integer, String>();
    open.forEach((lineNo, line) -> names.put(lineNo, read.name(line)));
    matching
        .candidates(household, names)
        .forEach((lineNo, candidates) -> {
          var line = open.get(lineNo);
          if (line != null && isPlain(candidates)) {
            var best = candidates.getFirst();
            line.match(best.item(), source(best), best.confidence());
            found.put(lineNo, best.item());
          }
        });
  }

  /** Whether the first is good enough to be taken unasked, and no other is as good. */
  private static boolean isPlain(List<Candidate> candidates) {
    var best = candidates.getFirst();
    return best.likeness().compareTo(ItemMatching.Likeness.SIMILAR) <= 0
        && (candidates.size() == 1
            || candidates.get(1).likeness() != best.likeness()
            || candidates.get(1).confidence() < best.confidence());
  }

  private static MatchSource source(Candidate candidate) {
    return switch (candidate.likeness()) {
      case EXACT -> MatchSource.EXACT;
      case NORMALISED -> MatchSource.NORMALISED;
      case SIMILAR, RELATED -> MatchSource.SIMILAR;
      case SAME_THING -> MatchSource.MEANING;
    };
  }

  /** What a line taught, once it is accepted. */
  private static ShopMemory.Lesson lesson(ReceiptLineEntity line, AsRead read) {
    return new ShopMemory.Lesson(
        read.printed(line),
        line.name().shown(),
        line.isStocked() ? line.item().orElse(null) : null,
        line.category().orElse(null),
        line.isStocked(),
        read.find(line.lineNo()).flatMap(line.amount()::recount).orElse(null));
  }

  /** Keeps what the accepted lines mean at this shop. */
  void learn(
      HouseholdId household,
      ReceiptId receipt,
      ShopId shop,
      List<ReceiptLineEntity> bought,
      AsRead read) {
    memory.learn(
        household,
        shop,
        receipt,
        bought.stream()
            .filter(line -> !line.isMoneyBack())
            .map(line -> lesson(line, read))
            .toList());
  }
}
