package io.groceryplanner.aiservice.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceTest;
import io.groceryplanner.aiservice.bench.UploadSoak;
import io.groceryplanner.aiservice.bench.UploadSoak.Report;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The short version of {@code ./planner soak uploads}. */
@ServiceTest
class MutatedUploadsTest {

  private final ServiceClient client;

  MutatedUploadsTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  @Test
  void brokenUploadsOfTwoClientsAreNoFaultAndStayApart()
      throws InterruptedException, ExecutionException {
    Report report = UploadSoak.run(client, 60, 7);

    assertThat(report.faults()).isEmpty();
    assertThat(report.strangers()).isEmpty();
    assertThat(report.unread()).isEmpty();
    assertThat(report.statuses()).containsKey("whole 200").hasSizeGreaterThan(4);
  }
}
