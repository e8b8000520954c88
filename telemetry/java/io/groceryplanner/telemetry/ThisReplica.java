package io.groceryplanner.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** What all telemetry of this process says of where it comes from. */
final class ThisReplica {

  private ThisReplica() {}

  /**
   * {@code service.name} is the application's, as dashboards and alerts know it as their {@code
   * job}; the instance is Azure's name of the replica, or else made up for this process.
   */
  static Resource resource(Environment environment) {
    var attributes = Attributes.builder();
    OtlpTarget.pairs(environment.getProperty("OTEL_RESOURCE_ATTRIBUTES", ""))
        .forEach(attributes::put);
    var replica = environment.getProperty("CONTAINER_APP_REPLICA_NAME", "").strip();
    return Resource.create(
        attributes
            .put("service.name", environment.getRequiredProperty("spring.application.name"))
            .put("service.instance.id", replica.isEmpty() ? UUID.randomUUID().toString() : replica)
            .build());
  }
}
