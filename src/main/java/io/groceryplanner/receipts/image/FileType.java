package io.groceryplanner.receipts.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The types a receipt's file may have, told by its first bytes and never by its name. */
enum FileType {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  WEBP("image/webp", "webp"),
  PDF("application/pdf", "pdf"),
  HEIC("image/heic", "heic");

  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");

  private final String mediaType;
  private final String ending;

  FileType(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  String mediaType() {
    return mediaType;
  }

  String ending() {
    return ending;
  }

  static Optional<FileType> of(byte[] content) {
    if (startsWith(content, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (startsWith(content, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (startsWith(content, 0, "RIFF") && startsWith(content, 8, "WEBP")) {
      return Optional.of(WEBP);
    }
    if (startsWith(content, 0, "%PDF-")) {
      return Optional.of(PDF);
    }
    if (startsWith(content, 4, "ftyp") && content.length >= 12) {
      var brand = new String(content, 8, 4, StandardCharsets.ISO_8859_1);
      return HEIC_BRANDS.contains(brand) ? Optional.of(HEIC) : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] content, int offset, String expected) {
    if (content.length < offset + expected.length()) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if ((content[offset + i] & 0xff) != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
