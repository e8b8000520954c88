package io.groceryplanner.receipts;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Whether a picture says where it was taken. */
final class CameraPlace {

  private CameraPlace() {}

  static boolean isIn(byte[] picture) {
    try {
      return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture))
          .containsDirectoryOfType(GpsDirectory.class);
    } catch (ImageProcessingException e) {
      throw new AssertionError("Not a picture", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
