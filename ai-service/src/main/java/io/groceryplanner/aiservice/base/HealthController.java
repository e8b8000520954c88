package io.groceryplanner.aiservice.base;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whether the service lives, and which of its models can be used. */
@RestController
class HealthController {

  private final List<Model> models;

  HealthController(List<Model> models) {
    this.models = models;
  }

  @GetMapping("/health")
  Health health() {
    return Health.of(models);
  }

  @GetMapping("/health/live")
  Health live() {
    return Health.of(models);
  }

  @GetMapping("/health/ready")
  ResponseEntity<Health> ready() {
    Health health = Health.of(models);
    if (health.status().equals("starting") || health.status().equals("down")) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "1")
          .body(health);
    }
    return ResponseEntity.ok(health);
  }

  /** The answer of all three. */
  record Health(String status, Map<String, String> models) {

    static Health of(List<Model> models) {
      Map<String, String> states = new TreeMap<>();
      models.forEach(m -> states.put(m.name(), m.state().name().toLowerCase(Locale.ROOT)));
      return new Health(summary(models.stream().map(Model::state).toList()), states);
    }

    private static String summary(List<Model.State> states) {
      if (states.contains(Model.State.STARTING)) {
        return "starting";
      }
      if (!states.contains(Model.State.MISSING)) {
        return "ok";
      }
      return states.contains(Model.State.OK) ? "degraded" : "down";
    }
  }
}
