package io.groceryplanner.ai;

import io.groceryplanner.ai.AiAnswer.Answer;
import io.groceryplanner.ai.AiAnswer.Rejected;
import io.groceryplanner.ai.AiAnswer.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * ai-service as the rest of the application sees it. Connection errors, timeouts and 5xx are
 * failures for the breaker; 4xx is the input's fault and never is.
 */
@Component
public class AiService {

  private static final Logger log = LoggerFactory.getLogger(AiService.class);
  private static final Duration BUSY = Duration.ofSeconds(5);

  private final RestClient quick;
  private final RestClient patient;
  private final AiBreaker breaker;

  AiService(AiClients clients, AiBreaker breaker) {
    this.quick = clients.quick();
    this.patient = clients.patient();
    this.breaker = breaker;
  }

  /**
   * Reads a receipt.
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
    return ask(() ->
        patient
            .post()
            .uri("/api/v1/receipts/extract")
            .contentType(MediaType.MULTIPART_FORM_DATA)
            .body(form.build())
            .retrieve()
            .body(ReceiptExtraction.class));
  }

  /** Finds a label for each name; labels may be anything a household invented. */
  public AiAnswer<Categorization> categorize(
      List<Categorization.Item> items, List<Categorization.Label> labels) {
    return ask(() ->
        quick
            .post()
            .uri("/api/v1/categorize")
            .body(new Categorization.Request(items, labels))
            .retrieve()
            .body(Categorization.class));
  }

  /** What texts mean, as vectors; at most a hundred at once. */
  public AiAnswer<Embedding> embed(List<Embedding.Text> texts) {
    return ask(() ->
        quick
            .post()
            .uri("/api/v1/embed")
            .body(new Embedding.Request(texts))
            .retrieve()
            .body(Embedding.class));
  }

  /** Asks whether ai-service is there; the breaker learns from the answer. */
  public boolean answers() {
    return ask(() -> quick.get().uri("/health/ready").retrieve().body(String.class))
        instanceof Answer;
  }

  private <T> AiAnswer<T> ask(Supplier<@Nullable T> call) {
    if (!breaker.letsThrough()) {
      return new Unavailable<>("circuit open", breaker.nextTry());
    }
    try {
      var value = call.get();
      if (value == null) {
        breaker.failed(new IOException("an empty answer"));
        return new Unavailable<>("empty answer", BUSY);
      }
      breaker.succeeded();
      return new Answer<>(value);
    } catch (RestClientResponseException e) {
      return refused(e);
    } catch (ResourceAccessException e) {
      breaker.failed(e);
      log.info("ai-service does not answer: {}", String.valueOf(e.getMostSpecificCause()));
      return new Unavailable<>("no connection", BUSY);
    } catch (RestClientException e) {
      breaker.failed(e);
      log.warn("ai-service answered something unreadable", e);
      return new Unavailable<>("unreadable answer", BUSY);
    } catch (RuntimeException e) {
      breaker.failed(e);
      throw e;
    }
  }

  private <T> AiAnswer<T> refused(RestClientResponseException e) {
    var problem = AiProblem.read(e);
    if (isBusy(e.getStatusCode())) {
      breaker.busy();
      return new Unavailable<>(problem.code(), retryAfter(e.getResponseHeaders()));
    }
    if (e.getStatusCode().is4xxClientError()) {
      breaker.succeeded();
      return new Rejected<>(problem.code(), problem.detail());
    }
    breaker.failed(e);
    log.warn("ai-service failed with {}: {}", e.getStatusCode(), problem.code());
    return new Unavailable<>("failure " + e.getStatusCode().value(), BUSY);
  }

  private static boolean isBusy(HttpStatusCode status) {
    return status.value() == 429 || status.value() == 503;
  }

  private static Duration retryAfter(@Nullable HttpHeaders headers) {
    var value = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
    return value != null && value.matches("\\d{1,4}")
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(value)))
        : BUSY;
  }
}
