package io.groceryplanner.aiservice.receipts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groceryplanner.aiservice.SampleFiles;
import io.groceryplanner.aiservice.base.ProblemCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The sample is {@code samples/receipts/lindenhof-skewed.jpg} through {@code heif-enc -q 30} of
 * libheif 1.15.1 (with x265), since Java has no encoder: a grid of tiles, as phones write it.
 */
class HeicPhotosTest {

  private static final String HOW_TO_INSTALL =
      "libheif is not installed on this machine (Debian: apt install libheif1), so no HEIC photo"
          + " can be read: skipped";

  @Test
  void aPhotoIsReadUprightAndInGrey() {
    assumeTrue(HeicPhotos.installed().canBeRead(), HOW_TO_INSTALL);
    GreyImage jpeg = picture(ImageIntake.open(SampleFiles.receipt("lindenhof-skewed.jpg")));
    GreyImage heic = picture(ImageIntake.open(SampleFiles.heic()));

    assertThat(List.of(heic.width(), heic.height()))
        .isEqualTo(List.of(jpeg.width(), jpeg.height()));
    long difference = 0;
    for (int i = 0; i < jpeg.pixels().length; i++) {
      difference += Math.abs((jpeg.pixels()[i] & 0xff) - (heic.pixels()[i] & 0xff));
    }
    assertThat((double) difference / jpeg.pixels().length).isLessThan(8);
  }

  @Test
  void whereTheLibraryIsMissingTheRefusalTellsAWayOut() {
    HeicPhotos nowhere = new HeicPhotos(Libheif.find(List.of("libno-such-heif.so.7")));

    assertThat(nowhere.open(SampleFiles.heic()))
        .isInstanceOfSatisfying(
            IntakeResult.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.UNSUPPORTED_MEDIA);
              assertThat(refused.detail()).contains("JPEG", "Most Compatible");
            });
  }

  @Test
  void aPhotoThatIsCutOffIsDamaged() {
    assumeTrue(HeicPhotos.installed().canBeRead(), HOW_TO_INSTALL);
    byte[] heic = SampleFiles.heic();

    assertThat(ImageIntake.open(Arrays.copyOf(heic, heic.length / 2)))
        .isInstanceOfSatisfying(
            IntakeResult.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.UNREADABLE_IMAGE));
  }

  @Test
  void damagedPhotosDoNotBringDownTheProcess() throws Exception {
    assumeTrue(HeicPhotos.installed().canBeRead(), HOW_TO_INSTALL);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx256m",
            Damaged.class.getName(),
            "150");
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output).containsPattern("opened [1-9]\\d*, refused [1-9]\\d*");
  }

  private static GreyImage picture(IntakeResult result) {
    assertThat(result).isInstanceOf(IntakeResult.Picture.class);
    return ((IntakeResult.Picture) result).image();
  }

  /** Opens damaged copies of the sample, or of a given file; a process that may be lost. */
  static final class Damaged {

    public static void main(String[] arguments) {
      byte[] heic =
          arguments.length > 2 ? SampleFiles.bytes(Path.of(arguments[2])) : SampleFiles.heic();
      Random random = new Random(arguments.length > 1 ? Long.parseLong(arguments[1]) : 4711);
      int opened = 0;
      int refused = 0;
      for (int i = Integer.parseInt(arguments[0]); i > 0; i--) {
        switch (ImageIntake.open(damaged(heic, random))) {
          case IntakeResult.Picture picture -> opened++;
          case IntakeResult.Refused no -> refused++;
          case IntakeResult.Document no -> throw new AssertionError("a PDF");
        }
      }
      System.out.printf("opened %d, refused %d%n", opened, refused);
    }

    private static byte[] damaged(byte[] heic, Random random) {
      if (random.nextInt(4) == 0) {
        return Arrays.copyOf(heic, 12 + random.nextInt(heic.length - 12));
      }
      byte[] copy = heic.clone();
      // Where sizes and kinds are told, or anywhere; never the kind of file itself.
      int end = random.nextBoolean() ? 800 : heic.length;
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        copy[12 + random.nextInt(end - 12)] = (byte) random.nextInt(256);
      }
      return copy;
    }
  }
}
