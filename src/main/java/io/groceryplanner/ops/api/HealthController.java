package io.groceryplanner.ops.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.groceryplanner.ops.Health;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health for people and probes. Liveness depends on nothing, so that no outage restarts us. */
@RestController
class HealthController {

  private final Health health;

  HealthController(Health health) {
    this.health = health;
  }

  record Body(String status, String database, @JsonProperty("ai_service") String aiService) {}

  @GetMapping("/health")
  ResponseEntity<Body> health() {
    var report = health.report();
    var body = new Body(report.status(), report.database(), report.aiService());
    return ResponseEntity.status(
            report.status().equals("down") ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
        .body(body);
  }

  @GetMapping("/health/live")
  Map<String, String> live() {
    return Map.of("status", "ok");
  }

  @GetMapping("/health/ready")
  Map<String, String> ready() {
    return Map.of("status", "ok");
  }
}
