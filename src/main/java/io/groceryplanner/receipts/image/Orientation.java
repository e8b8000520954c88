package io.groceryplanner.receipts.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * How a camera was held, by the EXIF tag of that name.
 *
 * @param tag 1…8 as EXIF numbers them; 1 is upright
 */
record Orientation(int tag) {

  private static final Orientation UPRIGHT = new Orientation(1);

  /** The orientation this file states; upright where it states none. */
  static Orientation of(byte[] content) {
    try {
      var directory =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(content))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      if (directory == null || !directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
        return UPRIGHT;
      }
      var tag = directory.getInt(ExifIFD0Directory.TAG_ORIENTATION);
      return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
    } catch (ImageProcessingException | MetadataException | IOException e) {
      return UPRIGHT;
    }
  }

  BufferedImage apply(BufferedImage picture) {
    if (tag == 1) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    var turned = tag >= 5;
    var upright =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    var graphics = upright.createGraphics();
    graphics.drawImage(picture, transform(width, height), null);
    graphics.dispose();
    return upright;
  }

  private AffineTransform transform(int w, int h) {
    return switch (tag) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }
}
