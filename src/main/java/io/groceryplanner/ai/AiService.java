package io.groceryplanner.ai;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.groceryplanner.ai.AiAnswer.Answer;
import io.groceryplanner.ai.AiAnswer.Rejected;
import io.groceryplanner.ai.AiAnswer.Unavailable;
import io.groceryplanner.ai.AiMeters.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.stereotype.Component;

/** ai-service as the rest of the application sees it. */
@Component
public class AiService {

  /** When to come back where all places for readings are taken. */
  private static final Duration NO_PLACE = Duration.ofSeconds(5);

  private final AiClients clients;
  private final AiCalls calls;
  private final AiHealth health;
  private final AiSettings settings;
  private final Bulkhead readings;

  AiService(AiClients clients, AiCalls calls, AiHealth health, AiSettings settings) {
    this.clients = clients;
    this.calls = calls;
    this.health = health;
    this.settings = settings;
    this.readings =
        Bulkhead.of(
            "readings",
            BulkheadConfig.custom()
                .maxConcurrentCalls(settings.readingsAtOnce())
                .maxWaitDuration(Duration.ZERO)
                .build());
  }

  /**
   * Reads a receipt, beside at most a few others: however many receipts wait, suggestions go on.
   *
   * @param locale BCP 47, how dates and amounts are likely written
   * @param currency ISO 4217, used where the receipt does not say
   */
  public AiAnswer<ReceiptExtraction> extractReceipt(
      byte[] file, String mediaType, String locale, String currency) {
    var form = new MultipartBodyBuilder();
    form.part("file", new ByteArrayResource(file), MediaType.parseMediaType(mediaType))
        .filename("receipt");
    form.part("locale", locale);
    form.part("currency", currency);
    return inItsPlace(
        Endpoint.EXTRACT,
        () ->
            clients
                .forReading()
                .post()
                .uri("/api/v1/receipts/extract")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form.build())
                .retrieve()
                .body(ReceiptExtraction.class));
  }

  /** A photo that browsers do not show, as a JPEG; beside as few others as a reading. */
  public AiAnswer<byte[]> drawPicture(byte[] file, String mediaType) {
    var form = new MultipartBodyBuilder();
    form.part("file", new ByteArrayResource(file), MediaType.parseMediaType(mediaType))
        .filename("receipt");
    return inItsPlace(
        Endpoint.PICTURE,
        () ->
            clients
                .forReading()
                .post()
                .uri("/api/v1/receipts/picture")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form.build())
                .retrieve()
                .body(byte[].class));
  }

  private <T> AiAnswer<T> inItsPlace(Endpoint endpoint, Supplier<@Nullable T> reading) {
    if (!readings.tryAcquirePermission()) {
      return new Unavailable<>("no_place", NO_PLACE);
    }
    try {
      return calls.make(endpoint, reading);
    } finally {
      readings.onComplete();
    }
  }

  /** Finds a label for each name; labels may be anything a household invented. */
  public AiAnswer<Categorization> categorize(
      Caller caller, List<Categorization.Item> items, List<Categorization.Label> labels) {
    return calls.make(
        Endpoint.CATEGORIZE,
        () ->
            clients
                .to(caller)
                .post()
                .uri("/api/v1/categorize")
                .body(new Categorization.Request(items, labels))
                .retrieve()
                .body(Categorization.class));
  }

  /** What texts mean, as vectors; at most a hundred at once. */
  public AiAnswer<Embedding> embed(Caller caller, List<Embedding.Text> texts) {
    return calls.make(
        Endpoint.EMBED,
        () ->
            clients
                .to(caller)
                .post()
                .uri("/api/v1/embed")
                .body(new Embedding.Request(texts))
                .retrieve()
                .body(Embedding.class));
  }

  /** Whether ai-service is there; one that may sleep is not woken for this. */
  public boolean answers() {
    return settings.maySleep() ? health.isFine() : look();
  }

  /** Asks it, now. */
  boolean look() {
    return switch (calls.make(Endpoint.HEALTH, clients::look)) {
      case Answer<String> _ -> true;
      case Rejected<String> _, Unavailable<String> _ -> false;
    };
  }
}
