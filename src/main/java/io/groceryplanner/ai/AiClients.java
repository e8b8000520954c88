package io.groceryplanner.ai;

import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The HTTP clients to ai-service; Boot's builder adds spans and W3C trace headers. */
@Component
class AiClients {

  private final RestClient forPeople;
  private final RestClient forJobs;
  private final RestClient forReading;
  private final RestClient forLooks;

  AiClients(RestClient.Builder builder, AiSettings settings) {
    var http =
        HttpClient.newBuilder()
            // ai-service speaks HTTP/1.1; an upgrade attempt would cost a round trip.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .build();
    var to = builder.clone().baseUrl(settings.url());
    this.forPeople = client(to, http, settings.personTimeout());
    this.forJobs = client(to, http, settings.jobTimeout());
    this.forReading = client(to, http, settings.readingTimeout());
    // A look every other second is no story worth a trace.
    this.forLooks =
        client(
            to.clone().observationRegistry(ObservationRegistry.NOOP),
            http,
            settings.personTimeout());
  }

  private static RestClient client(RestClient.Builder to, HttpClient http, Duration timeout) {
    var requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(timeout);
    return to.clone().requestFactory(requests).build();
  }

  RestClient to(Caller caller) {
    return switch (caller) {
      case PERSON -> forPeople;
      case JOB -> forJobs;
    };
  }

  RestClient forReading() {
    return forReading;
  }

  /** Asks whether it is there and ready; any other answer is an exception. */
  String look() {
    return String.valueOf(forLooks.get().uri("/health/ready").retrieve().body(String.class));
  }
}
