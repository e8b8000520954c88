package io.groceryplanner.aiservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service writes while it runs for real. */
class ServiceLogTest {

  private static final List<String> PLANTED =
      List.of(
          "quumbat",
          "zorblat",
          "brixton 77",
          "4929 1111",
          "plumfizz",
          "31.4",
          "snorkwort",
          "green basket");

  @Test
  void everyLineIsJsonRequestsCarryTheirTraceAndNothingOfAReceiptIsThere(@TempDir Path folder)
      throws Exception {
    Path errors = folder.resolve("errors.txt");
    List<String> output;
    try (ServiceProcess service = ServiceProcess.started(errors, "--spring.profiles.active=prod")) {
      ServiceClient client = service.client();
      byte[] receipt = plantedReceipt();

      ServiceClient.Answer read = client.extract("plumfizz.pdf", receipt, Map.of());
      assertThat(read.body()).contains("QUUMBAT", "31.4");
      client.extract("a.jpg", SampleFiles.receipt("green-basket-mild.jpg"), Map.of());
      // A damaged one, and words where numbers belong, which parsers like to quote.
      client.extract("plumfizz.jpg", SampleFiles.bad("truncated.jpg"), Map.of());
      client.extract("plumfizz.pdf", receipt, Map.of("locale", "snorkwort-????"));
      client.postJson("/api/v1/embed", "{\"texts\": snorkwort}");
      client.postJson(
          "/api/v1/categorize",
          "{\"items\": [{\"id\": \"1\", \"name\": \"snorkwort\"}], \"labels\": [{\"name\": \"zorblat\"}]}");
      client.get("/api/v1/snorkwort");
      output = service.output();
    }

    assertThat(output).isNotEmpty();
    List<JsonNode> lines = output.stream().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines).allSatisfy(line -> assertThat(line.isObject()).isTrue());
    List<JsonNode> requests =
        lines.stream().filter(line -> text(line, "message").contains(" answered ")).toList();
    assertThat(requests)
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(line -> {
          assertThat(text(line, "trace_id")).matches("[0-9a-f]{32}");
          assertThat(text(line, "span_id")).matches("[0-9a-f]{16}");
          assertThat(text(line, "message")).matches("POST /api/v1/\\S+ answered \\d+ in \\d+ ms");
        });
    String written =
        (String.join("\n", output) + Files.readString(errors)).toLowerCase(Locale.ROOT);
    assertThat(PLANTED).noneMatch(written::contains);
    assertThat(written).doesNotContain("cuda", "warning: a restricted method");
  }

  private static String text(JsonNode line, String field) {
    return line.path(field).asString("");
  }

  private static byte[] plantedReceipt() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
        pen.beginText();
        pen.setFont(new PDType1Font(FontName.COURIER), 12);
        pen.setLeading(15);
        pen.newLineAtOffset(60, 700);
        for (String line :
            List.of(
                "QUUMBAT MARKET",
                "Brixton 77",
                "2026-03-04 12:30",
                "ZORBLAT SOUP            29.40",
                "PLUMFIZZ DRINK           2.00",
                "TOTAL                   31.40",
                "CARD **** 4929 1111     31.40",
                "Thank you for shopping with us today")) {
          pen.showText(line);
          pen.newLine();
        }
        pen.endText();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
