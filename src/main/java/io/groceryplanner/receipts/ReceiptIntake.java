package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.receipts.Receipts.AddResult;
import io.groceryplanner.receipts.image.FileCheck;
import io.groceryplanner.receipts.image.ReceiptFile;
import io.groceryplanner.receipts.image.ReceiptFiles;
import io.groceryplanner.receipts.image.TextSheet;
import io.groceryplanner.storage.FileKey;
import io.groceryplanner.storage.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Takes a file in: looks at it, stores it, and puts a receipt on its way, or says why not. */
@Service
public class ReceiptIntake {

  private static final Logger log = LoggerFactory.getLogger(ReceiptIntake.class);
  private static final int LONGEST_NAME = 200;

  private final ReceiptFiles files;
  private final FileStore store;
  private final Receipts receipts;

  ReceiptIntake(ReceiptFiles files, FileStore store, Receipts receipts) {
    this.files = files;
    this.store = store;
    this.receipts = receipts;
  }

  /** How an intake ended. */
  public sealed interface IntakeResult {
    record Received(ReceiptId id) implements IntakeResult {}

    /** The very same content came before; the person decides. */
    record Duplicate(ReceiptId existing) implements IntakeResult {}

    record Refused(FileCheck.Reason reason) implements IntakeResult {}
  }

  /**
   * Takes one file in. Nothing is kept unless the result is {@link IntakeResult.Received}.
   *
   * @param force takes it even if the same content is known
   * @throws UncheckedIOException when the file store is away
   */
  public IntakeResult receive(
      HouseholdId household, UserId by, String fileName, byte[] content, boolean force) {
    return switch (files.check(content)) {
      case FileCheck.Refused(var reason) -> new IntakeResult.Refused(reason);
      case FileCheck.Fine(var file) -> take(household, by, fileName, content, file, force);
    };
  }

  /**
   * Takes the text of an e-receipt in, in place of a picture.
   *
   * @param name what the receipt is called until its shop is read
   */
  public IntakeResult receiveText(
      HouseholdId household, UserId by, String name, String text, boolean force) {
    if (text.isBlank()) {
      return new IntakeResult.Refused(FileCheck.Reason.EMPTY);
    }
    return text.lines().count() > TextSheet.MOST_LINES
        ? new IntakeResult.Refused(FileCheck.Reason.TEXT_TOO_LONG)
        : receive(household, by, name, TextSheet.of(text), force);
  }

  private IntakeResult take(
      HouseholdId household,
      UserId by,
      String fileName,
      byte[] content,
      ReceiptFile file,
      boolean force) {
    var contentHash = sha256(content);
    if (!force) {
      var known = receipts.findByContent(household, contentHash);
      if (known.isPresent()) {
        return new IntakeResult.Duplicate(known.get());
      }
    }
    var id = ReceiptId.create();
    var upload =
        new StoredUpload(
            contentHash,
            FileKey.of(household, id.value(), "original." + file.ending()),
            file.picture().map(_ -> FileKey.of(household, id.value(), "shown.jpg")).orElse(null),
            file.picture().map(_ -> FileKey.of(household, id.value(), "thumb.jpg")).orElse(null),
            file.mediaType(),
            readableName(fileName),
            content.length);
    try {
      put(upload.original(), content);
      file.picture()
          .ifPresent(picture -> {
            put(upload.shown(), picture.shown());
            put(upload.thumbnail(), picture.thumbnail());
          });
    } catch (RuntimeException e) {
      // Whatever went wrong, no row will ever need what is stored by now.
      discard(upload);
      throw e;
    }
    // Should this fail, its row may be there all the same: only the answer was lost. So the files
    // stay; those that no row needs are found at night.
    return switch (receipts.add(household, id, upload, by, force)) {
      case AddResult.Added(var added) -> new IntakeResult.Received(added);
      case AddResult.Known(var existing) -> {
        discard(upload);
        yield new IntakeResult.Duplicate(existing);
      }
    };
  }

  private void put(@Nullable FileKey key, byte[] content) {
    try {
      store.put(Objects.requireNonNull(key), content);
    } catch (IOException e) {
      throw new UncheckedIOException("The file could not be stored", e);
    }
  }

  private void discard(StoredUpload upload) {
    try {
      for (var key : upload.files()) {
        store.delete(key);
      }
    } catch (IOException e) {
      log.warn("A file without a receipt stays behind: {}", upload.original(), e);
    }
  }

  private static String readableName(String fileName) {
    var name = fileName.strip();
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("\\p{Cntrl}", "");
    return name.isEmpty() ? "receipt" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
