package io.groceryplanner.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Files in a folder, each written beside its place, synced, and then moved there in one step. */
class LocalFileStore implements FileStore {

  private final Path root;

  LocalFileStore(Path root) throws IOException {
    this.root = Files.createDirectories(root).toRealPath();
  }

  @Override
  public void put(FileKey key, byte[] content) throws IOException {
    var target = place(key);
    if (Files.exists(target)) {
      if (!Arrays.equals(Files.readAllBytes(target), content)) {
        throw new FileAlreadyExistsException(key.value());
      }
      return;
    }
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
  public boolean has(FileKey key) {
    return Files.exists(place(key));
  }

  @Override
  public void delete(FileKey key) throws IOException {
    Files.deleteIfExists(place(key));
  }

  @Override
  public Stream<StoredFile> list() throws IOException {
    return Files.walk(root).filter(Files::isRegularFile).flatMap(file -> stored(file).stream());
  }

  /** Drafts are no files of ours yet; what is deleted meanwhile is none any more. */
  private Optional<StoredFile> stored(Path file) {
    try {
      var name = root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
      var since = Files.getLastModifiedTime(file).toInstant();
      return FileKey.read(name).map(key -> new StoredFile(key, since));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path place(FileKey key) {
    return root.resolve(key.value());
  }
}
