package io.groceryplanner.aiservice.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import io.groceryplanner.aiservice.samples.SampleReceipt.Form;
import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the committed samples with what the generator makes. */
class SampleReceiptsTest {

  private static final Path SAMPLES = Path.of("..", "samples");
  private static final Path RECEIPTS = SAMPLES.resolve("receipts");
  private static final long FILE_LIMIT = 220 * 1024;
  private static final long FOLDER_LIMIT = 2_500_000;
  private static final long WALL_LIMIT = 100 * 1024;

  static List<SampleReceipt> samples() {
    return SampleReceipts.all();
  }

  static Stream<SampleReceipt> images() {
    return samples().stream().filter(sample -> sample.form() != Form.PDF);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theTruthAddsUp(SampleReceipt sample) {
    assertAddsUp(sample.truth());
  }

  @Test
  void theTruthOfRandomReceiptsAddsUpAndFitsThePaper() {
    LongStream.range(0, 500)
        .mapToObj(SampleReceipts::generate)
        .forEach(sample -> {
          assertAddsUp(sample.truth());
          Printout printout = sample.printout();
          assertThat(printout.lines()).allMatch(line -> line.text().length() <= printout.columns());
        });
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theCommittedTruthIsTheGeneratedOne(SampleReceipt sample) throws IOException {
    Path file = RECEIPTS.resolve(sample.name() + ".json");

    assertThat(Files.readAllBytes(file)).asString().isEqualTo(sample.truthJson());
  }

  @ParameterizedTest
  @MethodSource("images")
  void theCommittedImageHasTheGeneratedSize(SampleReceipt sample) throws IOException {
    byte[] committed = Files.readAllBytes(RECEIPTS.resolve(sample.fileName()));

    assertThat(size(committed)).isEqualTo(size(sample.bytes()));
  }

  @ParameterizedTest
  @MethodSource("images")
  void onlyTheMarkedImageHasALocation(SampleReceipt sample) throws Exception {
    Path file = RECEIPTS.resolve(sample.fileName());
    Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
    boolean marked = sample.form() == Form.LOCATED_PHOTO;

    assertThat(metadata.containsDirectoryOfType(GpsDirectory.class)).isEqualTo(marked);
    assertThat(metadata.containsDirectoryOfType(ExifIFD0Directory.class)).isEqualTo(marked);
    if (marked) {
      GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
      ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      assertThat(gps.getGeoLocation().getLatitude()).isBetween(0.0002, 0.0003);
      assertThat(exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(6);
    }
  }

  @Test
  void thePdfHasATextLayer() throws IOException {
    Path file = RECEIPTS.resolve("lindenhof-paperless.pdf");
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Frischemarkt Lindenhof", "SUMME", "für Ihren Einkauf", "MwSt");
    }
  }

  @Test
  void theFolderHoldsTheSamplesAndNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(RECEIPTS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              samples().stream()
                  .flatMap(sample -> Stream.of(sample.fileName(), sample.name() + ".json"))
                  .toList());
    }
  }

  @Test
  void theFilesAreSmall() throws IOException {
    long sum = 0;
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file).satisfies(f -> assertThat(Files.size(f)).isLessThan(FILE_LIMIT));
        sum += Files.size(file);
      }
    }

    assertThat(sum).isLessThan(FOLDER_LIMIT);
    assertThat(Files.size(SAMPLES.resolve("bad/wall.jpg"))).isLessThan(WALL_LIMIT);
  }

  @Test
  void theBadFilesAreWhatTheyAreMeantToBe() throws IOException {
    Path bad = SAMPLES.resolve("bad");
    Dimension huge = size(Files.readAllBytes(bad.resolve("huge-pixels.png")));

    assertThat((long) huge.width * huge.height).isGreaterThan(40_000_000);
    assertThat(Files.size(bad.resolve("empty.jpg"))).isZero();
    assertThat(Files.readString(bad.resolve("text.jpg"))).startsWith("This is a text file");
    byte[] truncated = Files.readAllBytes(bad.resolve("truncated.jpg"));
    assertThat(truncated).startsWith(0xFF, 0xD8);
    assertThat(Arrays.copyOfRange(truncated, truncated.length - 2, truncated.length))
        .isNotEqualTo(new byte[] {(byte) 0xFF, (byte) 0xD9});
  }

  @Test
  void aSeedAlwaysGivesTheSameReceipt() {
    SampleReceipt one = SampleReceipts.generate(42);
    SampleReceipt other = SampleReceipts.generate(42);

    assertThat(one.truthJson()).isEqualTo(other.truthJson());
    assertThat(one.bytes()).isEqualTo(other.bytes());
    assertThat(SampleReceipts.generate(43).truthJson()).isNotEqualTo(one.truthJson());
  }

  private static void assertAddsUp(ReceiptTruth truth) {
    assertThat(truth.sumOfLines()).isEqualTo(truth.total());
    assertThat(truth.total()).isPositive();
    BigDecimal subtotal = truth.subtotal();
    BigDecimal tax = truth.tax();
    if (subtotal != null) {
      boolean added = tax != null && !truth.taxIncluded();
      assertThat(added ? subtotal.add(tax) : subtotal).isEqualTo(truth.total());
    }
    for (ReceiptLine line : truth.lines()) {
      BigDecimal product = line.quantity().multiply(line.unitPrice());
      assertThat(product.subtract(line.lineTotal()).abs()).isLessThan(new BigDecimal("0.0051"));
      assertThat(line.discount()).isNotPositive();
    }
  }

  private static Dimension size(byte[] image) throws IOException {
    try (InputStream bytes = new ByteArrayInputStream(image);
        ImageInputStream stream = ImageIO.createImageInputStream(bytes)) {
      ImageReader reader = ImageIO.getImageReaders(stream).next();
      reader.setInput(stream);
      try {
        return new Dimension(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    }
  }
}
