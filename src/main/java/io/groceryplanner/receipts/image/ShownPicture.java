package io.groceryplanner.receipts.image;

import java.awt.Color;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The picture people see: drawn anew, so nothing the camera wrote beside the pixels comes along.
 */
final class ShownPicture {

  private static final int WIDEST = 1400;
  private static final int TALLEST = 5000;
  private static final float QUALITY = 0.82f;

  /** Twice or thrice as large as lists show it, for fine screens. */
  private static final int THUMBNAIL_WIDTH = 192;

  private static final double THUMBNAIL_SHAPE = 1.25;

  private final BufferedImage drawn;

  private ShownPicture(BufferedImage drawn) {
    this.drawn = drawn;
  }

  static ShownPicture of(BufferedImage picture) {
    var scale =
        Math.min(
            1.0,
            Math.min((double) WIDEST / picture.getWidth(), (double) TALLEST / picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    graphics.dispose();
    return new ShownPicture(drawn);
  }

  byte[] jpeg() throws IOException {
    return jpeg(drawn);
  }

  /** The head of the receipt, where the shop's name stands. */
  byte[] thumbnail() throws IOException {
    int height = (int) Math.min(drawn.getHeight(), Math.ceil(drawn.getWidth() * THUMBNAIL_SHAPE));
    var top = drawn.getSubimage(0, 0, drawn.getWidth(), height);
    int width = Math.min(THUMBNAIL_WIDTH, drawn.getWidth());
    var small =
        new BufferedImage(
            width,
            Math.max(1, Math.round((float) height * width / drawn.getWidth())),
            BufferedImage.TYPE_INT_RGB);
    // Averaging, since taking single pixels of thin print would leave crumbs.
    var averaged =
        top.getScaledInstance(small.getWidth(), small.getHeight(), Image.SCALE_AREA_AVERAGING);
    var graphics = small.createGraphics();
    graphics.drawImage(averaged, 0, 0, null);
    graphics.dispose();
    return jpeg(small);
  }

  private static byte[] jpeg(BufferedImage drawn) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(drawn, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
