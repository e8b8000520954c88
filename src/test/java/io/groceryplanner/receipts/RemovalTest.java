package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.jobs.StepResult;
import io.groceryplanner.receipts.ReceiptQueue.Subject;
import io.groceryplanner.storage.FileStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

/** A receipt is taken away, comes back when a person says so, and is gone for good later. */
@IntegrationTest
class RemovalTest {

  @LocalServerPort int port;
  @Autowired Receipts receipts;
  @Autowired RemovedReceipts removed;
  @Autowired FileStore files;

  private RestHousehold kitchen;

  @BeforeEach
  void signUp() {
    kitchen = RestHousehold.signUp(port);
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void aRemovedReceiptIsOutOfSightAndComesBackAsItWas() {
    var id = read("receipts/lindenhof-creased.jpg");

    assertThat(kitchen.delete("/api/v1/receipts/" + id).getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(kitchen.get("/api/v1/receipts/" + id).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(kitchen.post("/api/v1/receipts/" + id + "/restore").getStatusCode())
        .isEqualTo(HttpStatus.OK);

    assertThat(stage(id)).isEqualTo("ready_for_review");
    assertThat(kitchen.post("/api/v1/receipts/" + id + "/restore").getStatusCode())
        .as("nothing is left to restore")
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void oneRemovedOnItsWayStopsAndGoesOnOnceRestored() {
    StandInAi.get().beBusy();
    var id = uploaded("receipts/lindenhof-creased.jpg");
    kitchen.delete("/api/v1/receipts/" + id);
    StandInAi.get().answerAsRecorded();

    kitchen.post("/api/v1/receipts/" + id + "/restore");

    await().atMost(Duration.ofSeconds(60)).until(() -> stage(id).equals("ready_for_review"));
  }

  @Test
  void onceTheTimeForUndoIsOverRowsAndFilesAreGone() throws IOException {
    var id = read("receipts/lindenhof-creased.jpg");
    var household = new HouseholdId(kitchen.id());
    var receipt = new ReceiptId(UUID.fromString(id));
    var shown = receipts.findShownFile(household, receipt).orElseThrow();
    var small = receipts.findThumbnailFile(household, receipt).orElseThrow();
    var subject = new Subject(household, receipt);

    assertThat(removed.discard(subject, Duration.ZERO))
        .as("what nobody removed is never discarded")
        .isEqualTo(StepResult.DONE);
    kitchen.delete("/api/v1/receipts/" + id);
    assertThat(removed.discard(subject, ReceiptRemoval.GRACE))
        .isInstanceOf(StepResult.LookAgainIn.class);
    assertThat(files.open(shown)).isPresent().get().satisfies(stream -> stream.close());
    removed.discard(subject, Duration.ZERO);

    assertThat(files.open(shown)).isEmpty();
    assertThat(files.open(small)).isEmpty();
    assertThat(kitchen.post("/api/v1/receipts/" + id + "/restore").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void nobodyRemovesTheReceiptsOfAnotherHousehold() {
    var id = read("receipts/lindenhof-creased.jpg");

    var answer = RestHousehold.signUp(port).delete("/api/v1/receipts/" + id);

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(stage(id)).isEqualTo("ready_for_review");
  }

  @Test
  void theThumbnailIsServedToItsHouseholdAloneAndNotTwice() {
    var path = "/api/v1/receipts/" + uploaded("receipts/lindenhof-creased.jpg") + "/thumbnail";

    var first = kitchen.download(path, "");
    var again = kitchen.download(path, Objects.requireNonNull(first.getHeaders().getETag()));

    assertThat(first.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(first.getBody()).hasSizeBetween(500, 20_000);
    assertThat(first.getHeaders().getCacheControl()).contains("private", "max-age=");
    assertThat(again.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
    assertThat(RestHousehold.signUp(port).download(path, "").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  private String uploaded(String sample) {
    var answer = kitchen.upload(sample, RestHousehold.sample(sample));
    return Objects.requireNonNull(answer.getBody()).get("id").asString();
  }

  private String read(String sample) {
    var id = uploaded(sample);
    await().atMost(Duration.ofSeconds(60)).until(() -> stage(id).equals("ready_for_review"));
    return id;
  }

  private String stage(String id) {
    var body = Objects.requireNonNull(kitchen.get("/api/v1/receipts/" + id).getBody());
    return body.get("stage").asString();
  }
}
