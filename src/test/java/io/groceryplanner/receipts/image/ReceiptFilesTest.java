package io.groceryplanner.receipts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.receipts.image.FileCheck.Fine;
import io.groceryplanner.receipts.image.FileCheck.Reason;
import io.groceryplanner.receipts.image.FileCheck.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptFilesTest {

  private final ReceiptFiles files = new ReceiptFiles();

  @ParameterizedTest
  @CsvSource({
    "lindenhof-skewed.jpg, image/jpeg, jpg",
    "sonnental-scan.png, image/png, png",
    "lindenhof-paperless.pdf, application/pdf, pdf"
  })
  void aReceiptsTypeIsToldByItsBytes(String name, String mediaType, String ending)
      throws IOException {
    var file = fine(RestHousehold.sample("receipts/" + name));

    assertThat(file.mediaType()).isEqualTo(mediaType);
    assertThat(file.ending()).isEqualTo(ending);
    assertThat(shown(file).getWidth()).isBetween(400, 1400);
  }

  @Test
  void theThumbnailIsTheHeadOfTheReceiptInSmall() throws IOException {
    var file = fine(RestHousehold.sample("receipts/lindenhof-skewed.jpg"));

    var thumbnail = ImageIO.read(new ByteArrayInputStream(picture(file).thumbnail()));

    assertThat(thumbnail.getWidth()).isEqualTo(192);
    assertThat(thumbnail.getHeight()).isLessThanOrEqualTo(240);
    assertThat(picture(file).thumbnail().length).isLessThan(20_000);
  }

  @Test
  void aPhotoTakenSidewaysIsShownUpright() throws IOException {
    var content = RestHousehold.sample("receipts/corner-pantry-located.jpg");
    var stored = ImageIO.read(new ByteArrayInputStream(content));

    var shown = shown(fine(content));

    assertThat(stored.getWidth()).isGreaterThan(stored.getHeight());
    assertThat(shown.getHeight()).isGreaterThan(shown.getWidth());
  }

  @Test
  void allPagesOfAPdfAreShownOneBelowTheOther() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      for (int i = 0; i < 3; i++) {
        document.addPage(new PDPage(new PDRectangle(200, 300)));
      }
      document.save(bytes);
    }

    var shown = shown(fine(bytes.toByteArray()));

    assertThat((double) shown.getHeight() / shown.getWidth()).isBetween(4.4, 4.6);
  }

  @Test
  void aHeicPhotoIsTakenAndItsPictureIsToCome() throws IOException {
    var photo = fine(RestHousehold.sample("heic/lindenhof-skewed.heic"));

    assertThat(photo).isEqualTo(new ReceiptFile("image/heic", "heic", Optional.empty()));
  }

  @Test
  void whatWasDrawnElsewhereIsShownByTheSameRules() throws IOException {
    var picture = files.show(StandInAi.picture());

    assertThat(ImageIO.read(new ByteArrayInputStream(picture.shown())).getWidth())
        .isLessThanOrEqualTo(1400);
    assertThat(ImageIO.read(new ByteArrayInputStream(picture.thumbnail())).getWidth())
        .isEqualTo(192);
    assertThatThrownBy(() -> files.show(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
  }

  @Test
  void aPhotoThatBreaksOffAnywhereIsRefusedAndNeverShownHalf() {
    var whole = RestHousehold.sample("receipts/mill-lane-tilted.jpg");
    for (int percent = 5; percent < 100; percent += 10) {
      var part = java.util.Arrays.copyOf(whole, whole.length * percent / 100);
      assertThat(files.check(part)).as("%d %%", percent).isEqualTo(new Refused(Reason.DAMAGED));
    }
  }

  @Test
  void brokenPdfsAndOtherFilesAreRefused() {
    assertThat(files.check("%PDF-1.7 and nothing more".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(new Refused(Reason.DAMAGED));
    assertThat(files.check("GIF89a".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(new Refused(Reason.NOT_A_PICTURE));
    assertThat(files.check(new byte[0])).isEqualTo(new Refused(Reason.EMPTY));
    assertThat(files.check(new byte[ReceiptFiles.LARGEST_BYTES + 1]))
        .isEqualTo(new Refused(Reason.TOO_LARGE));
  }

  private static ReceiptFile.Picture picture(ReceiptFile file) {
    return file.picture().orElseThrow();
  }

  private ReceiptFile fine(byte[] content) {
    if (files.check(content) instanceof Fine(var file)) {
      return file;
    }
    throw new AssertionError("refused: " + files.check(content));
  }

  private static BufferedImage shown(ReceiptFile file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture(file).shown()));
  }
}
