package io.groceryplanner.ai;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The HTTP clients to ai-service; Boot's builder adds spans and W3C trace headers. */
@Component
class AiClients {

  private final RestClient quick;
  private final RestClient patient;

  AiClients(RestClient.Builder builder, AiSettings settings) {
    var http =
        HttpClient.newBuilder()
            // ai-service speaks HTTP/1.1; an upgrade attempt would cost a round trip.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .build();
    this.quick = client(builder, settings, http, settings.quickTimeout());
    this.patient = client(builder, settings, http, settings.patientTimeout());
  }

  private static RestClient client(
      RestClient.Builder builder, AiSettings settings, HttpClient http, Duration readTimeout) {
    var requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(readTimeout);
    return builder.clone().baseUrl(settings.url()).requestFactory(requests).build();
  }

  /** For calls that take milliseconds. */
  RestClient quick() {
    return quick;
  }

  /** For reading a receipt. */
  RestClient patient() {
    return patient;
  }
}
