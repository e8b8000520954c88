package io.groceryplanner.receipts.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decoding of photos, with an eye on their declared size and on what decoders only warn of. */
final class Photo {

  private Photo() {}

  /** The picture declares more pixels than we are ready to decode. */
  static final class TooManyPixels extends IOException {
    private static final long serialVersionUID = 1L;
  }

  static BufferedImage decode(byte[] content, long mostPixels) throws IOException {
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw new IOException("No decoder");
      }
      var reader = readers.next();
      try {
        reader.setInput(input, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > mostPixels) {
          throw new TooManyPixels();
        }
        var brokenOff = new AtomicBoolean();
        reader.addIIOReadWarningListener(new BreakOffListener(brokenOff));
        var picture = reader.read(0);
        if (brokenOff.get()) {
          throw new EOFException("The picture breaks off");
        }
        return picture;
      } finally {
        reader.dispose();
      }
    }
  }

  /** A JPEG that ends early is only worth a warning to its decoder: the rest becomes grey. */
  private record BreakOffListener(AtomicBoolean brokenOff) implements IIOReadWarningListener {

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      if (warning.contains("Premature end") || warning.contains("Truncated")) {
        brokenOff.set(true);
      }
    }
  }
}
