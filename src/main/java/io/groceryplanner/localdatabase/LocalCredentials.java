package io.groceryplanner.localdatabase;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords of the local server's roles, made on the first start and kept beside the data. */
record LocalCredentials(String superuserPassword, String ownerPassword, String runtimePassword) {

  static LocalCredentials keptIn(Path folder) throws IOException {
    var file = folder.resolve("postgres.credentials");
    if (!Files.exists(file)) {
      var fresh = new Properties();
      fresh.setProperty("superuser", password());
      fresh.setProperty("owner", password());
      fresh.setProperty("runtime", password());
      var text = new StringWriter();
      fresh.store(text, null);
      OwnerOnlyFile.write(file, text.toString());
    }
    var kept = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    }
    return new LocalCredentials(
        kept.getProperty("superuser"), kept.getProperty("owner"), kept.getProperty("runtime"));
  }

  private static String password() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
