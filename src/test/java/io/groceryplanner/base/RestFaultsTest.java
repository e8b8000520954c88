package io.groceryplanner.base;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.groceryplanner.IntegrationTest;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** What REST says of a defect of ours, and what it leaves for whoever looks for it. */
@IntegrationTest
class RestFaultsTest {

  @Autowired RestFaults faults;
  @Autowired ObservationRegistry observations;

  private final Logger logger = (Logger) LoggerFactory.getLogger(RestFaults.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(lines);
  }

  @Test
  void theNumberToQuoteIsInTheLogBesideTheTraceOfTheRequest() {
    var answer =
        Observation.createNotStarted("a.request", observations)
            .observe(() -> faults.failed(new IllegalStateException("broken"), Locale.ENGLISH));

    var problem = Objects.requireNonNull(Objects.requireNonNull(answer).getBody());
    assertThat(answer.getStatusCode().value()).isEqualTo(500);
    assertThat(lines.list)
        .singleElement()
        .satisfies(line -> {
          var number = line.getArgumentArray()[0].toString();
          assertThat(number).matches("[0-9A-F]{4}-[0-9A-F]{4}");
          assertThat(problem.getDetail()).contains("tell your admin " + number);
          assertThat(line.getMDCPropertyMap().get("traceId")).matches("[0-9a-f]{32}");
        });
  }

  @Test
  void anOutageIsNoDefectAndHasNothingToQuote() {
    var answer = faults.failed(new DataAccessResourceFailureException("gone"), Locale.ENGLISH);

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(Objects.requireNonNull(answer.getBody()).getDetail()).doesNotContain("admin");
  }
}
