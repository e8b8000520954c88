package io.groceryplanner.aiservice.receipts.image;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What an upload is, told by its first bytes and never by its name. */
enum FileKind {
  JPEG,
  PNG,
  WEBP,
  PDF,
  HEIC,
  UNKNOWN;

  private static final Set<String> HEIF_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "heif");

  static FileKind of(byte[] file) {
    if (startsWith(file, 0, 0xff, 0xd8, 0xff)) {
      return JPEG;
    }
    if (startsWith(file, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return PNG;
    }
    if (startsWith(file, 0, 'R', 'I', 'F', 'F') && startsWith(file, 8, 'W', 'E', 'B', 'P')) {
      return WEBP;
    }
    if (startsWith(file, 4, 'f', 't', 'y', 'p')
        && file.length >= 12
        && HEIF_BRANDS.contains(new String(file, 8, 4, StandardCharsets.ISO_8859_1))) {
      return HEIC;
    }
    // Some writers put a few bytes before the header; readers accept it within the first kilobyte.
    for (int i = 0; i < Math.min(1024, file.length - 4); i++) {
      if (startsWith(file, i, '%', 'P', 'D', 'F', '-')) {
        return PDF;
      }
    }
    return UNKNOWN;
  }

  private static boolean startsWith(byte[] file, int offset, int... bytes) {
    if (file.length < offset + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((file[offset + i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
