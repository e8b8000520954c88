package io.groceryplanner.receipts;

import io.groceryplanner.ai.ReceiptExtraction;
import io.groceryplanner.inventory.ItemName;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The lines as they were read, whatever a person has made of them since. */
record AsRead(Map<Integer, ReceiptExtraction.Line> lines) {

  static AsRead of(ReceiptEntity receipt, JsonMapper json) {
    return new AsRead(
        receipt
            .extraction()
            .map(text -> json.readValue(text, ReceiptExtraction.class).lines())
            .map(read ->
                read.stream()
                    .collect(
                        Collectors.toMap(
                            ReceiptExtraction.Line::lineNo, Function.identity(), (a, _) -> a)))
            .orElse(Map.of()));
  }

  Optional<ReceiptExtraction.Line> find(int lineNo) {
    return Optional.ofNullable(lines.get(lineNo));
  }

  /** What stands on the paper for this line, as far as it was read. */
  String printed(ReceiptLineEntity line) {
    return find(line.lineNo())
        .map(ReceiptExtraction.Line::description)
        .filter(text -> !text.isBlank())
        .orElseGet(() -> line.name().shown());
  }

  /** What a line is called: the paper's capitals, which say that words may be cut short. */
  String name(ReceiptLineEntity line) {
    var printed = printed(line);
    return ItemName.asPrinted(printed).equals(line.name()) ? printed : line.name().shown();
  }
}
