package io.groceryplanner.localdatabase;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that holds a secret: nobody but its owner may read it, not even for a moment. */
final class OwnerOnlyFile {

  private OwnerOnlyFile() {}

  static void write(Path file, String content) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    var draft =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? Files.createTempFile(
                folder,
                "secret",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile(folder, "secret", null);
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
