package io.groceryplanner.storage;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Files in a private container of Azure Blob Storage. */
class BlobFileStore implements FileStore {

  /** For all attempts of one write together. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final BlobRequestConditions ONLY_IF_NEW =
      new BlobRequestConditions().setIfNoneMatch("*");

  private final BlobContainerClient container;

  /**
   * @param container made on the first write if it is not there
   */
  BlobFileStore(BlobContainerClient container) {
    this.container = container;
  }

  @Override
  public void put(FileKey key, byte[] content) throws IOException {
    try {
      write(key, content);
    } catch (BlobStorageException e) {
      throw away(e);
    }
  }

  private void write(FileKey key, byte[] content) throws IOException {
    var blob = container.getBlobClient(key.value());
    try {
      call(() -> upload(blob, content));
      return;
    } catch (BlobStorageException e) {
      if (is(e, BlobErrorCode.BLOB_ALREADY_EXISTS)) {
        // Maybe by ourselves: the answer to an earlier attempt was lost on its way.
        if (!Arrays.equals(call(() -> blob.getProperties().getContentMd5()), md5(content))) {
          throw new FileAlreadyExistsException(key.value());
        }
        return;
      }
      if (!is(e, BlobErrorCode.CONTAINER_NOT_FOUND)) {
        throw e;
      }
    }
    call(container::createIfNotExists);
    call(() -> upload(blob, content));
  }

  private static Object upload(BlobClient blob, byte[] content) {
    var options =
        new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(content))
            .setContentMd5(md5(content))
            .setRequestConditions(ONLY_IF_NEW);
    return blob.getBlockBlobClient().uploadWithResponse(options, PATIENCE, Context.NONE);
  }

  @Override
  public Optional<InputStream> open(FileKey key) throws IOException {
    try {
      // As a whole, so that what breaks off on the way is asked for again.
      var content = call(() -> container.getBlobClient(key.value()).downloadContent());
      return Optional.of(content.toStream());
    } catch (BlobStorageException e) {
      if (isNotThere(e)) {
        return Optional.empty();
      }
      throw away(e);
    }
  }

  @Override
  public boolean has(FileKey key) throws IOException {
    try {
      return call(() -> container.getBlobClient(key.value()).exists());
    } catch (BlobStorageException e) {
      throw away(e);
    }
  }

  @Override
  public void delete(FileKey key) throws IOException {
    try {
      call(() -> container.getBlobClient(key.value()).deleteIfExists());
    } catch (BlobStorageException e) {
      if (!isNotThere(e)) {
        throw away(e);
      }
    }
  }

  /** By name, page by page as it is read. */
  @Override
  public Stream<StoredFile> list() throws IOException {
    try {
      if (!call(container::exists)) {
        return Stream.empty();
      }
    } catch (BlobStorageException e) {
      throw away(e);
    }
    return container.listBlobs().stream()
        .flatMap(blob ->
            FileKey.read(blob.getName()).stream()
                .map(key ->
                    new StoredFile(key, blob.getProperties().getLastModified().toInstant())));
  }

  /** Lets refusals through; whatever else goes wrong on the way is a store that is away. */
  private static <T> T call(Supplier<T> request) throws IOException {
    try {
      return request.get();
    } catch (BlobStorageException e) {
      throw e;
    } catch (RuntimeException e) {
      // Reactor wraps time-outs and broken connections as it likes.
      throw away(e);
    }
  }

  private static IOException away(RuntimeException cause) {
    return new IOException("The blob store does not answer as it should", cause);
  }

  private static boolean isNotThere(BlobStorageException e) {
    return is(e, BlobErrorCode.BLOB_NOT_FOUND) || is(e, BlobErrorCode.CONTAINER_NOT_FOUND);
  }

  private static boolean is(BlobStorageException e, BlobErrorCode code) {
    return code.equals(e.getErrorCode());
  }

  private static byte[] md5(byte[] content) {
    try {
      return MessageDigest.getInstance("MD5").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }
}
