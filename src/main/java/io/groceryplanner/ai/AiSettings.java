package io.groceryplanner.ai;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where ai-service is and how long it may take.
 *
 * @param url {@code AI_SERVICE_URL}
 * @param lookEvery how often to ask whether it is there; zero leaves that to the calls people cause
 */
@ConfigurationProperties("planner.ai")
record AiSettings(
    @DefaultValue("http://localhost:8000") URI url,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("10s") Duration quickTimeout,
    @DefaultValue("60s") Duration patientTimeout,
    @DefaultValue("10s") Duration lookEvery) {}
