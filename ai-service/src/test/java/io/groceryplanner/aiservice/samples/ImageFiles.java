package io.groceryplanner.aiservice.samples;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes images as file contents. */
final class ImageFiles {

  private static final int LOWEST_QUALITY = 60;
  private static final int GREYS = 16;

  private ImageFiles() {}

  /** A JPEG of the given quality in percent, lowered to 60 at most to stay under the limit. */
  static byte[] jpeg(BufferedImage image, int quality, int limit) {
    byte[] bytes = jpeg(image, quality);
    int lower = quality;
    while (bytes.length > limit && lower > LOWEST_QUALITY) {
      lower = Math.max(LOWEST_QUALITY, lower - 5);
      bytes = jpeg(image, lower);
    }
    return bytes;
  }

  private static byte[] jpeg(BufferedImage image, int quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality / 100f);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A grey image in sixteen greys, which a PNG stores in four bits a pixel. */
  static BufferedImage sixteenGreys(BufferedImage image) {
    byte[] ramp = new byte[GREYS];
    for (int i = 0; i < GREYS; i++) {
      ramp[i] = (byte) (i * 255 / (GREYS - 1));
    }
    IndexColorModel model = new IndexColorModel(4, GREYS, ramp, ramp, ramp);
    BufferedImage greys =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY, model);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int level = image.getRaster().getSample(x, y, 0);
        greys.getRaster().setSample(x, y, 0, Math.round(level * (GREYS - 1) / 255f));
      }
    }
    return greys;
  }

  /** The image turned a quarter to the left, as a camera held upright stores it. */
  static BufferedImage turnedLeft(BufferedImage image) {
    BufferedImage turned =
        new BufferedImage(image.getHeight(), image.getWidth(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    AffineTransform turn = AffineTransform.getTranslateInstance(0, image.getWidth());
    turn.quadrantRotate(-1);
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    return turned;
  }
}
