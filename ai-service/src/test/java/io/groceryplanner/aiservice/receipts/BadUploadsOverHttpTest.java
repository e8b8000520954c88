package io.groceryplanner.aiservice.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.SampleFiles;
import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import io.groceryplanner.aiservice.ServiceTest;
import io.groceryplanner.aiservice.contract.Contract;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is no receipt is turned down with a sentence, never with a stack trace or a 200. */
@ServiceTest
class BadUploadsOverHttpTest {

  private final ServiceClient client;

  BadUploadsOverHttpTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  @Test
  void aTextFileNamedLikeAPhotoIsRecognisedByItsBytes() {
    assertRefused(send("text.jpg", SampleFiles.bad("text.jpg")), 415, "unsupported_media");
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    assertRefused(send("empty.jpg", SampleFiles.bad("empty.jpg")), 422, "unreadable_image");
  }

  @Test
  void aPhotoThatWasCutOffIsNotTakenForHalfAReceipt() {
    assertRefused(send("cut.jpg", SampleFiles.bad("truncated.jpg")), 422, "unreadable_image");
  }

  @Test
  void aPhotoOfAWallHoldsNoReceipt() {
    assertRefused(send("wall.jpg", SampleFiles.bad("wall.jpg")), 422, "no_text_found");
  }

  @Test
  void aSmallFileThatUnpacksToManyPixelsIsNotUnpacked() {
    assertRefused(send("huge.png", SampleFiles.bad("huge-pixels.png")), 422, "too_many_pixels");
  }

  @Test
  void aPhotoOfFortyMegapixelsIsTooBig() throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(5000, 8000, BufferedImage.TYPE_BYTE_GRAY), "jpg", jpeg);

    assertRefused(send("big.jpg", jpeg.toByteArray()), 422, "too_many_pixels");
  }

  @Test
  void fiftyMegabytesAreTooLarge() {
    assertRefused(send("large.jpg", new byte[50 * 1024 * 1024]), 413, "too_large");
  }

  @Test
  void aHeicPhotoWithNothingInItIsRefused() {
    byte[] heic = new byte[64];
    System.arraycopy("ftypheic".getBytes(StandardCharsets.US_ASCII), 0, heic, 4, 8);

    Answer answer = send("photo.heic", heic);

    // Where libheif is not installed, with how to send a JPEG.
    assertThat(answer.status()).isIn(415, 422);
    assertRefused(
        answer, answer.status(), answer.status() == 415 ? "unsupported_media" : "unreadable_image");
  }

  @Test
  void aPdfThatIsNoneIsRefused() {
    byte[] pdf = "%PDF-1.7 and then nothing of the kind".getBytes(StandardCharsets.US_ASCII);

    assertRefused(send("bill.pdf", pdf), 422, "unreadable_image");
  }

  @Test
  void anUploadWithoutAFileIsABadRequest() {
    assertRefused(client.upload("photo", "a.jpg", new byte[3], Map.of()), 400, "bad_request");
    assertRefused(client.postJson("/api/v1/receipts/extract", "{}"), 400, "bad_request");
  }

  @Test
  void aLocaleOrCurrencyThatIsNoneIsABadRequest() {
    byte[] photo = SampleFiles.receipt("sonnental-scan.png");

    assertRefused(
        client.extract("a.png", photo, Map.of("locale", "no such thing")), 400, "bad_request");
    assertRefused(client.extract("a.png", photo, Map.of("currency", "euros")), 400, "bad_request");
  }

  @Test
  void anAddressThatIsNoneAnswersAsAProblemToo() {
    assertRefused(client.get("/api/v1/no-such-thing"), 404, "not_found");
    assertRefused(client.get("/api/v1/receipts/extract"), 405, "method_not_allowed");
  }

  @Test
  void damagedPhotosNeverBreakTheService() {
    byte[] photo = SampleFiles.receipt("sonnental-scan.png");
    for (int cut = 20; cut < photo.length; cut += photo.length / 12) {
      byte[] damaged = Arrays.copyOf(photo, photo.length);
      Arrays.fill(damaged, cut, Math.min(photo.length, cut + 40), (byte) 0x5a);

      assertThat(send("damaged.png", damaged).status()).isLessThan(500);
    }
  }

  private Answer send(String name, byte[] file) {
    return client.extract(name, file, Map.of());
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(Contract.violations("Problem", answer.json())).isEmpty();
    assertThat(answer.json().get("code").asString()).isEqualTo(code);
    assertThat(answer.json().get("detail").asString()).endsWith(".").doesNotContain("Exception");
  }
}
