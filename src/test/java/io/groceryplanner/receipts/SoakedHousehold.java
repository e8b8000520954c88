package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.RestHousehold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * A household that sends receipts and accepts each, twice, whatever happens to the servers: what
 * was not answered it asks again, as a phone would. In the end it takes stock.
 */
final class SoakedHousehold {

  private final RestHousehold rest;
  private final Map<SoakUpload, String> sent = new LinkedHashMap<>();
  private final Set<SoakUpload> confirmed = new HashSet<>();
  private final Set<SoakUpload> failed = new HashSet<>();

  SoakedHousehold(RestHousehold rest) {
    this.rest = rest;
  }

  /**
   * What came of all receipts.
   *
   * @param lost receipts, lines, pictures and stock entries that should be there and are not
   * @param doubled those that are there more than once
   */
  record Tally(int lost, int doubled, int failed, List<String> findings) {
    boolean isClean() {
      return lost == 0 && doubled == 0 && failed == 0;
    }
  }

  /** What each sample says when nothing is wrong. */
  static Map<String, List<String>> readCalmly(int port, Supplier<Boolean> isTooLate) {
    var calm = new SoakedHousehold(RestHousehold.signUp(port));
    var samples =
        SoakUpload.TEMPLATES.stream()
            .distinct()
            .map(template -> new SoakUpload(template, 0))
            .toList();
    assertThat(calm.shop(samples, new Semaphore(samples.size()), isTooLate)).isTrue();
    Map<String, List<String>> lines = new HashMap<>();
    samples.forEach(sample -> lines.put(sample.template(), calm.linesOf(sample)));
    assertThat(lines.values()).as("samples that can be read").noneMatch(List::isEmpty);
    return lines;
  }

  /**
   * Sends and accepts until every receipt is put away or has failed.
   *
   * @param turns one is taken before each upload
   * @return false when the deadline passed before
   */
  boolean shop(List<SoakUpload> uploads, Semaphore turns, Supplier<Boolean> isTooLate) {
    var unsent = new ArrayList<>(uploads);
    while (confirmed.size() + failed.size() < uploads.size()) {
      if (isTooLate.get()) {
        return false;
      }
      if (!unsent.isEmpty() && turns.tryAcquire()) {
        var upload = unsent.removeFirst();
        sent.put(upload, send(upload, isTooLate));
      }
      for (var upload : sent.keySet()) {
        if (!confirmed.contains(upload) && !failed.contains(upload)) {
          moveOn(upload);
        }
      }
      Pauses.aMoment();
    }
    return true;
  }

  /**
   * Sends it until it is known to be there: taken now, or taken by an attempt whose answer died.
   */
  private String send(SoakUpload upload, Supplier<Boolean> isTooLate) {
    while (!isTooLate.get()) {
      var answer = ask(() -> rest.upload(upload.fileName(), upload.content()));
      var body = answer == null ? null : answer.getBody();
      if (answer != null && body != null) {
        switch (answer.getStatusCode().value()) {
          case 202 -> {
            return body.get("id").asString();
          }
          case 409 -> {
            return body.get("existingReceiptId").asString();
          }
          default -> {}
        }
      }
      Pauses.aMoment();
    }
    return "";
  }

  private void moveOn(SoakUpload upload) {
    var path = "/api/v1/receipts/" + sent.get(upload);
    var receipt = read(path);
    if (receipt == null) {
      return;
    }
    if (receipt.get("condition").asString().equals("failed")) {
      failed.add(upload);
    }
    switch (receipt.get("stage").asString()) {
      case "ready_for_review" -> {
        ask(() -> rest.post(path + "/accept"));
        ask(() -> rest.post(path + "/accept"));
      }
      case "confirmed" -> confirmed.add(upload);
      default -> {}
    }
  }

  /** Compares what is there with what was sent; the servers are left alone meanwhile. */
  Tally takeStock(Map<String, List<String>> linesOfTemplates) {
    var findings = new ArrayList<String>();
    int lost = 0;
    int doubled = 0;
    int stocked = 0;
    var known = new HashSet<>(sent.values());
    var there = new HashSet<String>();
    for (var receipt : all("/api/v1/receipts")) {
      var id = receipt.get("id").asString();
      there.add(id);
      if (!known.contains(id)) {
        doubled++;
        findings.add("a receipt nobody was told of: " + id);
      }
    }
    for (var entry : sent.entrySet()) {
      var id = entry.getValue();
      if (!there.contains(id) || rest.picture("/api/v1/receipts/" + id + "/picture").length == 0) {
        lost++;
        findings.add("no receipt, or no picture: " + entry.getKey() + " " + id);
        continue;
      }
      var receipt = java.util.Objects.requireNonNull(read("/api/v1/receipts/" + id));
      if (!receipt.get("stage").asString().equals("confirmed")) {
        findings.add(
            "not put away: " + id + " " + receipt.get("stage") + " " + receipt.get("condition"));
        lost += failed.contains(entry.getKey()) ? 0 : 1;
      }
      var counts = new HashMap<String, Integer>();
      int number = 0;
      for (var line : receipt.get("lines")) {
        counts.merge(line.get("lineNo") + " " + line.get("rawText").asString(), 1, Integer::sum);
        stocked += line.get("stocked").asBoolean() ? 1 : 0;
        number++;
      }
      var wanted = linesOfTemplates.getOrDefault(entry.getKey().template(), List.of());
      wanted.forEach(line -> counts.merge(line, -1, Integer::sum));
      int missing = counts.values().stream().filter(count -> count < 0).mapToInt(c -> -c).sum();
      int more = counts.values().stream().filter(count -> count > 0).mapToInt(c -> c).sum();
      if (missing > 0 || more > 0) {
        findings.add(
            "%s %s has %d lines of %d: %s"
                .formatted(entry.getKey(), id, number, wanted.size(), counts));
      }
      lost += missing;
      doubled += more;
    }
    int entries = all("/api/v1/inventory/entries").size();
    if (entries != stocked) {
      findings.add(entries + " stock entries for " + stocked + " lines");
    }
    lost += Math.max(0, stocked - entries);
    doubled += Math.max(0, entries - stocked);
    return new Tally(lost, doubled, failed.size(), findings);
  }

  /** Each line of a receipt of this household, with its number. */
  private List<String> linesOf(SoakUpload upload) {
    var lines = new ArrayList<String>();
    var receipt = read("/api/v1/receipts/" + sent.get(upload));
    if (receipt != null) {
      receipt
          .get("lines")
          .forEach(line -> lines.add(line.get("lineNo") + " " + line.get("rawText").asString()));
    }
    return lines;
  }

  private List<JsonNode> all(String path) {
    var all = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      var slice = java.util.Objects.requireNonNull(read(path + "?limit=200" + cursor));
      slice.get("items").forEach(all::add);
      var next = slice.get("nextCursor");
      cursor = next == null || next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());
    return all;
  }

  private @Nullable JsonNode read(String path) {
    var answer = ask(() -> rest.get(path));
    return answer != null && answer.getStatusCode().is2xxSuccessful() ? answer.getBody() : null;
  }

  private static @Nullable ResponseEntity<JsonNode> ask(Supplier<ResponseEntity<JsonNode>> call) {
    try {
      return call.get();
    } catch (RestClientException e) {
      // Nobody there, or gone in the middle of it.
      return null;
    }
  }
}
