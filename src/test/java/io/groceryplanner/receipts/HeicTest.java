package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** Photos as some phones store them: only ai-service opens them, and none is lost without it. */
@IntegrationTest
class HeicTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] PHOTO = RestHousehold.sample("heic/lindenhof-skewed.heic");

  @LocalServerPort int port;

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
  void aHeicPhotoIsReadAndShownAsAJpeg() throws IOException {
    var id = uploaded();

    awaitField(id, "stage", "ready_for_review");
    awaitPicture(id);

    var picture = kitchen.download(pathOf(id) + "/picture", "");
    assertThat(picture.getHeaders().getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
    assertThat(ImageIO.read(new ByteArrayInputStream(body(picture))).getWidth()).isGreaterThan(400);
    assertThat(
            ImageIO.read(
                    new ByteArrayInputStream(body(kitchen.download(pathOf(id) + "/thumbnail", ""))))
                .getWidth())
        .isEqualTo(192);
    assertThat(kitchen.download(pathOf(id) + "/original", "").getStatusCode())
        .as("the original is served to nobody once there is a picture")
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void withoutAiThePhotoItselfIsThereAndThePictureComesLaterEvenWhereAPersonEnteredTheLines() {
    StandInAi.get().beBusy();
    var id = uploaded();
    awaitField(id, "condition", "awaiting_ai");

    assertThat(kitchen.download(pathOf(id) + "/picture", "").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    var original = kitchen.download(pathOf(id) + "/original", "");
    assertThat(body(original)).isEqualTo(PHOTO);
    assertThat(original.getHeaders().getContentDisposition().isAttachment()).isTrue();
    assertThat(RestHousehold.signUp(port).download(pathOf(id) + "/original", "").getStatusCode())
        .as("another household")
        .isEqualTo(HttpStatus.NOT_FOUND);
    kitchen.post(pathOf(id) + "/enter-by-hand");
    StandInAi.get().answerAsRecorded();

    awaitPicture(id);
    assertThat(receipt(id).get("stage").asString()).isEqualTo("ready_for_review");
    assertThat(receipt(id).get("lines")).isEmpty();
  }

  @Test
  void whereNobodyCanOpenItThePersonIsToldWhatToDoAndNothingIsLost() {
    StandInAi.get().refuseReceipts(415, "problem-unsupported-media");
    StandInAi.get().refusePictures();
    var id = uploaded();

    awaitField(id, "condition", "failed");
    assertThat(receipt(id).get("failureReason").asString()).contains("JPEG", "by hand");
    assertThat(body(kitchen.download(pathOf(id) + "/original", ""))).isEqualTo(PHOTO);
    assertThat(kitchen.post(pathOf(id) + "/enter-by-hand").getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
    assertThat(receipt(id).get("stage").asString()).isEqualTo("ready_for_review");
  }

  @Test
  void tryingAgainAsksForThePictureToo() {
    StandInAi.get().refuseReceipts(415, "problem-unsupported-media");
    StandInAi.get().refusePictures();
    var id = uploaded();
    awaitField(id, "condition", "failed");
    StandInAi.get().answerAsRecorded();

    kitchen.post(pathOf(id) + "/retry");

    awaitField(id, "stage", "ready_for_review");
    awaitPicture(id);
  }

  private String uploaded() {
    var answer = kitchen.upload("IMG_0001.HEIC", PHOTO);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    return Objects.requireNonNull(answer.getBody()).get("id").asString();
  }

  private JsonNode receipt(String id) {
    return Objects.requireNonNull(kitchen.get(pathOf(id)).getBody());
  }

  private void awaitField(String id, String field, String value) {
    await().atMost(PATIENCE).until(() -> receipt(id).get(field).asString().equals(value));
  }

  private void awaitPicture(String id) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> kitchen.download(pathOf(id) + "/picture", "").getStatusCode().is2xxSuccessful());
  }

  private static byte[] body(org.springframework.http.ResponseEntity<byte[]> answer) {
    return Objects.requireNonNull(answer.getBody());
  }

  private static String pathOf(String id) {
    return "/api/v1/receipts/" + id;
  }
}
