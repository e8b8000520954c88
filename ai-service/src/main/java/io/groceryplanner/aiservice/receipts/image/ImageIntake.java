package io.groceryplanner.aiservice.receipts.image;

import io.groceryplanner.aiservice.base.ProblemCode;
import io.groceryplanner.aiservice.receipts.image.IntakeResult.Document;
import io.groceryplanner.aiservice.receipts.image.IntakeResult.Picture;
import io.groceryplanner.aiservice.receipts.image.IntakeResult.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Opens uploads: looks at the bytes, then at the declared size, and only then decodes. */
public final class ImageIntake {

  /** Room for an A4 page scanned at 600 dpi, the largest thing people really send. */
  static final long MAX_PIXELS = 36_000_000;

  /** From here on every second pixel is enough, and a quarter of the memory. */
  private static final long SUBSAMPLED_FROM = 18_000_000;

  private static final int SMALLEST_SIDE = 50;

  static {
    // Streams live in memory; a temporary file for each would cost more than it saves.
    ImageIO.setUseCache(false);
  }

  private ImageIntake() {}

  /** Opens an upload, or says in a sentence why that is not possible. */
  public static IntakeResult open(byte[] file) {
    if (file.length == 0) {
      return new Refused(
          ProblemCode.UNREADABLE_IMAGE, "The file is empty. Please send the photo again.");
    }
    return switch (FileKind.of(file)) {
      case JPEG -> isCutOff(file) ? cutOff() : decode(file, "jpeg");
      case PNG -> decode(file, "png");
      case WEBP -> decode(file, "webp");
      case PDF -> new Document(file);
      case HEIC -> HeicPhotos.installed().open(file);
      case UNKNOWN ->
          new Refused(
              ProblemCode.UNSUPPORTED_MEDIA,
              "This is not a picture. Send a photo as JPEG, PNG or WebP, or a PDF.");
    };
  }

  private static IntakeResult decode(byte[] file, String format) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(stream, true, false);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      Optional<Refused> unfit = unfit(width, height);
      if (unfit.isPresent()) {
        return unfit.get();
      }
      ImageReadParam how = reader.getDefaultReadParam();
      how.setSourceSubsampling(step(width, height), step(width, height), 0, 0);
      BufferedImage image = reader.read(0, how);
      return new Picture(Orientation.of(file).upright(Greys.of(image)));
    } catch (IOException | RuntimeException e) {
      // The readers throw anything from EOFException to IndexOutOfBounds at broken files.
      return damaged();
    } finally {
      reader.dispose();
    }
  }

  /** Why a picture of this size is not even decoded. */
  static Optional<Refused> unfit(int width, int height) {
    if ((long) width * height > MAX_PIXELS) {
      return Optional.of(
          new Refused(
              ProblemCode.TOO_MANY_PIXELS,
              "The picture has %d megapixels; at most %d can be read. Send a smaller photo."
                  .formatted((long) width * height / 1_000_000, MAX_PIXELS / 1_000_000)));
    }
    if (Math.min(width, height) < SMALLEST_SIDE) {
      return Optional.of(
          new Refused(ProblemCode.UNREADABLE_IMAGE, "The picture is too small to hold a receipt."));
    }
    return Optional.empty();
  }

  /** Every how manieth pixel of a picture of this size is taken, across and down. */
  static int step(int width, int height) {
    return (long) width * height > SUBSAMPLED_FROM ? 2 : 1;
  }

  static Refused damaged() {
    return new Refused(
        ProblemCode.UNREADABLE_IMAGE,
        "The picture is damaged and cannot be opened. Please take or send it again.");
  }

  private static Refused cutOff() {
    return new Refused(
        ProblemCode.UNREADABLE_IMAGE,
        "The picture is not complete, as if the upload had been cut off. Please send it again.");
  }

  /** Readers fill what is missing with grey, and half a receipt must not pass for a whole one. */
  private static boolean isCutOff(byte[] jpeg) {
    int i = 2;
    while (i + 3 < jpeg.length && (jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) != 0xda) {
      boolean fill = (jpeg[i + 1] & 0xff) == 0xff;
      i += fill ? 1 : 2 + ((jpeg[i + 2] & 0xff) << 8 | (jpeg[i + 3] & 0xff));
    }
    for (; i + 1 < jpeg.length; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xd9) {
        return false;
      }
    }
    return true;
  }
}
