package io.groceryplanner.ops.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.groceryplanner.ops.Degradations.Part;
import io.groceryplanner.ops.Health;
import io.groceryplanner.ops.Health.Report;
import io.groceryplanner.ops.Health.Status;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  /** The parts that are not always named are named while they are away. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Body(
      String status,
      String database,
      @JsonProperty("ai_service") String aiService,
      @Nullable String storage,
      @Nullable String mail,
      @Nullable String jobs) {

    static Body of(Report report) {
      return new Body(
          report.status().name().toLowerCase(Locale.ROOT),
          say(report, Part.DATABASE),
          say(report, Part.AI_SERVICE),
          sayIfAway(report, Part.STORAGE),
          sayIfAway(report, Part.MAIL),
          sayIfAway(report, Part.JOBS));
    }

    private static String say(Report report, Part part) {
      return report.away().contains(part) ? "down" : "ok";
    }

    private static @Nullable String sayIfAway(Report report, Part part) {
      return report.away().contains(part) ? "down" : null;
    }
  }

  @GetMapping("/health")
  ResponseEntity<Body> health() {
    var report = health.report();
    return ResponseEntity.status(
            report.status() == Status.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
        .body(Body.of(report));
  }

  @GetMapping("/health/live")
  Map<String, String> live() {
    return Map.of("status", "ok");
  }

  /** Without the database too: then our own page says so, and not the ingress's. */
  @GetMapping("/health/ready")
  Map<String, String> ready() {
    return Map.of("status", "ok");
  }
}
