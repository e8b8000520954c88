package io.groceryplanner.aiservice.receipts.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** How the camera was held, as EXIF tells it (1 to 8). */
record Orientation(int exif) {

  static Orientation of(byte[] file) {
    try {
      ExifIFD0Directory directory =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length)
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      Integer value =
          directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      return new Orientation(value == null || value < 1 || value > 8 ? 1 : value);
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      // Broken metadata does not make a picture unreadable.
      return new Orientation(1);
    }
  }

  GreyImage upright(GreyImage image) {
    if (exif == 1) {
      return image;
    }
    boolean turned = exif >= 5;
    int w = image.width();
    int h = image.height();
    GreyImage result = GreyImage.blank(turned ? h : w, turned ? w : h);
    byte[] in = image.pixels();
    byte[] out = result.pixels();
    for (int y = 0, o = 0; y < result.height(); y++) {
      for (int x = 0; x < result.width(); x++, o++) {
        out[o] =
            in[
                switch (exif) {
                  case 2 -> y * w + (w - 1 - x);
                  case 3 -> (h - 1 - y) * w + (w - 1 - x);
                  case 4 -> (h - 1 - y) * w + x;
                  case 5 -> x * w + y;
                  case 6 -> (h - 1 - x) * w + y;
                  case 7 -> (h - 1 - x) * w + (w - 1 - y);
                  default -> x * w + (w - 1 - y);
                }];
      }
    }
    return result;
  }
}
