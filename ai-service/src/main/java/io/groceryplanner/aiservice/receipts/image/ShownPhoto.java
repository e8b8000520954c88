package io.groceryplanner.aiservice.receipts.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A photo as every browser shows it: a JPEG, upright, in grey as receipts are read and printed, and
 * without what the camera wrote beside the pixels.
 */
public final class ShownPhoto {

  /** In pixels; more than a screen needs, and as little as is worth sending. */
  static final int LONGEST_SIDE = 3000;

  private static final float QUALITY = 0.85f;

  private ShownPhoto() {}

  public static byte[] of(GreyImage upright) {
    int longest = Math.max(upright.width(), upright.height());
    GreyImage drawn = Resampling.reduce(upright, (longest + LONGEST_SIDE - 1) / LONGEST_SIDE);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(drawn.toBuffered(), null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing is written but memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
