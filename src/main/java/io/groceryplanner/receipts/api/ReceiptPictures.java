package io.groceryplanner.receipts.api;

import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.storage.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The picture of a receipt, for the household it belongs to and nobody else: by session for
 * screens, by token for programs.
 */
@RestController
class ReceiptPictures {

  private static final Duration UNCHANGED_FOR = Duration.ofDays(30);

  private final Receipts receipts;
  private final CurrentHousehold current;
  private final FileStore files;

  ReceiptPictures(Receipts receipts, CurrentHousehold current, FileStore files) {
    this.receipts = receipts;
    this.current = current;
    this.files = files;
  }

  @GetMapping({"/files/receipts/{id}", "/api/v1/receipts/{id}/picture"})
  ResponseEntity<Resource> get(@PathVariable UUID id) throws IOException {
    var key = receipts.findShownFile(current.id(), new ReceiptId(id));
    Optional<InputStream> picture = key.isEmpty() ? Optional.empty() : files.open(key.get());
    return picture
        .<ResponseEntity<Resource>>map(stream ->
            ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(UNCHANGED_FOR).cachePrivate().immutable())
                .header("Content-Disposition", "inline; filename=\"receipt.jpg\"")
                .body(new InputStreamResource(stream)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
