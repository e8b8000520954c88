package io.groceryplanner.receipts.image;

import io.groceryplanner.receipts.image.FileCheck.Fine;
import io.groceryplanner.receipts.image.FileCheck.Reason;
import io.groceryplanner.receipts.image.FileCheck.Refused;
import io.groceryplanner.receipts.image.ReceiptFile.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at a file before it is taken: what it really is, whether it can be read, and how it is
 * shown.
 */
@Component
public class ReceiptFiles {

  public static final int LARGEST_BYTES = 10 * 1024 * 1024;

  /** Beyond this, decoding would need more memory than one person's photo may take. */
  static final long MOST_PIXELS = 30_000_000;

  private static final Logger log = LoggerFactory.getLogger(ReceiptFiles.class);

  /** A decoded photo takes up to 120 MB, so only a few are open at a time. */
  private final Semaphore openPictures = new Semaphore(2);

  public FileCheck check(byte[] content) {
    if (content.length == 0) {
      return new Refused(Reason.EMPTY);
    }
    if (content.length > LARGEST_BYTES) {
      return new Refused(Reason.TOO_LARGE);
    }
    var type = FileType.of(content);
    if (type.isEmpty()) {
      return new Refused(Reason.NOT_A_PICTURE);
    }
    if (type.get() == FileType.HEIC) {
      // Only ai-service opens it; see PictureStep.
      return new Fine(
          new ReceiptFile(type.get().mediaType(), type.get().ending(), Optional.empty()));
    }
    openPictures.acquireUninterruptibly();
    try {
      return look(content, type.get());
    } finally {
      openPictures.release();
    }
  }

  /**
   * The picture that people see of what ai-service drew, made by the same rules as every other.
   *
   * @throws IOException when it is no picture
   */
  public Picture show(byte[] jpeg) throws IOException {
    openPictures.acquireUninterruptibly();
    try {
      return asShown(Photo.decode(jpeg, MOST_PIXELS));
    } finally {
      openPictures.release();
    }
  }

  private static Picture asShown(BufferedImage upright) throws IOException {
    var shown = ShownPicture.of(upright);
    return new Picture(shown.jpeg(), shown.thumbnail());
  }

  private static FileCheck look(byte[] content, FileType type) {
    try {
      BufferedImage picture =
          type == FileType.PDF ? Pages.render(content) : Photo.decode(content, MOST_PIXELS);
      var upright = Orientation.of(content).apply(picture);
      return new Fine(
          new ReceiptFile(type.mediaType(), type.ending(), Optional.of(asShown(upright))));
    } catch (Photo.TooManyPixels e) {
      return new Refused(Reason.TOO_MANY_PIXELS);
    } catch (IOException | RuntimeException e) {
      // Decoders throw whatever they like at broken input; to the person it is one thing.
      log.info("A file of type {} could not be decoded: {}", type, e.getClass().getSimpleName());
      return new Refused(Reason.DAMAGED);
    }
  }
}
