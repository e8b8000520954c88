package io.groceryplanner.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Files in a folder, each written beside its place, synced, and then moved there in one step. */
class LocalFileStore implements FileStore {

  private final Path root;

  LocalFileStore(Path root) throws IOException {
    this.root = Files.createDirectories(root).toRealPath();
  }

  @Override
  public void put(FileKey key, byte[] content) throws IOException {
    var target = place(key);
    Files.createDirectories(target.getParent());
    var draft = Files.createTempFile(target.getParent(), ".draft", null);
    try {
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        var rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public Optional<InputStream> open(FileKey key) throws IOException {
    try {
      return Optional.of(Files.newInputStream(place(key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(FileKey key) throws IOException {
    Files.deleteIfExists(place(key));
  }

  private Path place(FileKey key) {
    return root.resolve(key.value());
  }
}
