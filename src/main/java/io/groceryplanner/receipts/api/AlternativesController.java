package io.groceryplanner.receipts.api;

import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.receipts.LineMatching;
import io.groceryplanner.receipts.LineMatching.Alternative;
import io.groceryplanner.receipts.ReceiptId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What else the lines of a receipt may be. */
@RestController
@RequestMapping("/api/v1/receipts/{id}/alternatives")
class AlternativesController {

  private final LineMatching matching;
  private final CurrentHousehold current;

  AlternativesController(LineMatching matching, CurrentHousehold current) {
    this.matching = matching;
    this.current = current;
  }

  record ItemBody(UUID itemId, String name, String source, double confidence) {

    static ItemBody of(Alternative found) {
      return new ItemBody(
          found.item().id().value(),
          found.item().name(),
          ReceiptBody.lowerCase(found.source()),
          found.confidence());
    }
  }

  /**
   * @param ownName what the line would be called as a new item, where it is a known one now
   */
  record LineBody(int lineNo, List<ItemBody> alternatives, @Nullable String ownName) {}

  /**
   * @param comparedByMeaning false while the AI is away: there may be more later
   */
  record Answer(List<LineBody> items, @Nullable String nextCursor, boolean comparedByMeaning) {}

  /** Lines that have any; of a receipt that is not the household's, none. */
  @GetMapping
  Answer list(@PathVariable UUID id) {
    var found = matching.alternatives(current.id(), new ReceiptId(id));
    return new Answer(
        Stream.concat(found.byLine().keySet().stream(), found.ownNames().keySet().stream())
            .distinct()
            .sorted()
            .map(lineNo ->
                new LineBody(
                    lineNo,
                    found.byLine().getOrDefault(lineNo, List.of()).stream()
                        .map(ItemBody::of)
                        .toList(),
                    found.ownNames().get(lineNo)))
            .toList(),
        null,
        found.comparedByMeaning());
  }
}
