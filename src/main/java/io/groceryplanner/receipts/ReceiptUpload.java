package io.groceryplanner.receipts;

import io.groceryplanner.base.UserId;
import io.groceryplanner.storage.FileKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was sent of a receipt, by whom and when, and where it and its pictures are kept. */
@Embeddable
class ReceiptUpload {

  @Column(nullable = false, updatable = false)
  private String contentHash;

  @Column(nullable = false)
  private String originalFile;

  @Column private @Nullable String shownFile;
  @Column private @Nullable String thumbFile;

  @Column(nullable = false)
  private String mediaType;

  @Column(nullable = false)
  private String fileName;

  @Column(nullable = false)
  private long byteSize;

  @Column(nullable = false, updatable = false)
  private UUID uploadedBy;

  @Column(nullable = false, updatable = false)
  private Instant uploadedAt;

  @SuppressWarnings("NullAway.Init")
  protected ReceiptUpload() {}

  ReceiptUpload(StoredUpload stored, UserId by, Instant now) {
    this.contentHash = stored.contentHash();
    this.originalFile = stored.original().value();
    this.shownFile = stored.shown() == null ? null : stored.shown().value();
    this.thumbFile = stored.thumbnail() == null ? null : stored.thumbnail().value();
    this.mediaType = stored.mediaType();
    this.fileName = stored.fileName();
    this.byteSize = stored.byteSize();
    this.uploadedBy = by.value();
    this.uploadedAt = now;
  }

  String contentHash() {
    return contentHash;
  }

  FileKey original() {
    return new FileKey(originalFile);
  }

  /** Nothing until ai-service has drawn it, for photos that browsers do not show. */
  Optional<FileKey> shown() {
    return Optional.ofNullable(shownFile).map(FileKey::new);
  }

  /** The small picture; receipts from before there were any show the large one. */
  Optional<FileKey> thumbnail() {
    return Optional.ofNullable(thumbFile).map(FileKey::new).or(this::shown);
  }

  /** Says where the picture is that people see. */
  void draw(FileKey shown, FileKey thumbnail) {
    shownFile = shown.value();
    thumbFile = thumbnail.value();
  }

  String mediaType() {
    return mediaType;
  }

  String fileName() {
    return fileName;
  }

  Instant uploadedAt() {
    return uploadedAt;
  }
}
