package io.groceryplanner.receipts.api;

import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.storage.FileKey;
import io.groceryplanner.storage.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * The picture of a receipt, for the household it belongs to and nobody else: by session for
 * screens, by token for programs.
 */
@RestController
class ReceiptPictures {

  private static final CacheControl CACHING =
      CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable();

  private final Receipts receipts;
  private final CurrentHousehold current;
  private final FileStore files;

  ReceiptPictures(Receipts receipts, CurrentHousehold current, FileStore files) {
    this.receipts = receipts;
    this.current = current;
    this.files = files;
  }

  @GetMapping({"/files/receipts/{id}", "/api/v1/receipts/{id}/picture"})
  ResponseEntity<Resource> picture(@PathVariable UUID id, WebRequest request) throws IOException {
    return serve(receipts.findShownFile(current.id(), new ReceiptId(id)), request);
  }

  /** Small, for lists. */
  @GetMapping({"/files/receipts/{id}/thumbnail", "/api/v1/receipts/{id}/thumbnail"})
  ResponseEntity<Resource> thumbnail(@PathVariable UUID id, WebRequest request) throws IOException {
    return serve(receipts.findThumbnailFile(current.id(), new ReceiptId(id)), request);
  }

  /**
   * The photo as it was sent, to look at elsewhere, as long as there is no picture that could be
   * shown. Never in the page: what a browser makes of it is nobody's promise.
   */
  @GetMapping({"/files/receipts/{id}/original", "/api/v1/receipts/{id}/original"})
  ResponseEntity<Resource> original(@PathVariable UUID id) throws IOException {
    var found = receipts.findUndrawn(current.id(), new ReceiptId(id));
    var stream = found.isEmpty() ? Optional.<InputStream>empty() : files.open(found.get().key());
    return found
        .flatMap(photo -> stream.map(content -> download(photo, content)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<Resource> download(Receipts.Original photo, InputStream content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(photo.mediaType()))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(photo.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new InputStreamResource(content));
  }

  private ResponseEntity<Resource> serve(Optional<FileKey> found, WebRequest request)
      throws IOException {
    if (found.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    var key = found.get();
    // A file never changes under its key, so the key says it all.
    var etag = "\"" + key.value().replace('/', '-') + "\"";
    if (request.checkNotModified(etag)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).cacheControl(CACHING).build();
    }
    return files
        .open(key)
        .<ResponseEntity<Resource>>map(stream ->
            ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CACHING)
                .eTag(etag)
                .header("Content-Disposition", "inline; filename=\"receipt.jpg\"")
                .body(new InputStreamResource(stream)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
