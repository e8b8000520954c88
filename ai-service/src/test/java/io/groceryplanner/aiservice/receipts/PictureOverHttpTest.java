package io.groceryplanner.aiservice.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groceryplanner.aiservice.SampleFiles;
import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import io.groceryplanner.aiservice.ServiceTest;
import io.groceryplanner.aiservice.contract.Contract;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class PictureOverHttpTest {

  /** What the other side's tests are answered; written anew with {@code -Drecord=true}. */
  private static final Path RECORDED = Contract.FOLDER.resolve("examples").resolve("picture.jpg");

  private final ServiceClient client;

  PictureOverHttpTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  @Test
  void aPhonesOwnFormatIsDrawnAsAJpegWhereLibheifIs() throws IOException {
    Answer answer = client.draw("photo.heic", SampleFiles.heic());

    if (answer.status() == 415) {
      assertThat(Contract.violations("Problem", answer.json())).isEmpty();
      assertThat(answer.json().get("detail").asString()).contains("JPEG");
      assumeTrue(false, "libheif is not installed: the refusal is tested, the drawing is not");
    }
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("image/jpeg");
    if (Boolean.getBoolean("record")) {
      Files.write(RECORDED, answer.content());
    }
    BufferedImage drawn = picture(answer.content());
    BufferedImage photo = picture(SampleFiles.receipt("lindenhof-skewed.jpg"));
    assertThat((double) drawn.getHeight() / drawn.getWidth())
        .isEqualTo((double) photo.getHeight() / photo.getWidth());
    BufferedImage recorded = picture(Files.readAllBytes(RECORDED));
    assertThat(recorded.getHeight()).isEqualTo(drawn.getHeight());
  }

  @Test
  void aLargePhotoIsDrawnUprightAndSmallerWithoutWhatTheCameraWrote() throws IOException {
    byte[] located = SampleFiles.receipt("corner-pantry-located.jpg");

    Answer answer = client.draw("photo.jpg", located);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(new String(located, java.nio.charset.StandardCharsets.ISO_8859_1)).contains("Exif");
    assertThat(new String(answer.content(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif");
    BufferedImage drawn = picture(answer.content());
    assertThat(drawn.getHeight()).isGreaterThan(drawn.getWidth()).isLessThanOrEqualTo(3000);
  }

  @Test
  void whatIsNoPhotoIsRefusedWithAReason() {
    Answer document = client.draw("receipt.pdf", SampleFiles.receipt("lindenhof-paperless.pdf"));
    Answer broken = client.draw("cut.jpg", SampleFiles.bad("truncated.jpg"));

    assertThat(document.status()).isEqualTo(415);
    assertThat(Contract.violations("Problem", document.json())).isEmpty();
    assertThat(broken.status()).isEqualTo(422);
    assertThat(broken.json().get("code").asString()).isEqualTo("unreadable_image");
  }

  private static BufferedImage picture(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }
}
