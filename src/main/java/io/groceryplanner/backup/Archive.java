package io.groceryplanner.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup to be read. */
final class Archive implements AutoCloseable {

  private final ZipFile zip;
  private final Manifest manifest;

  private Archive(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens it as far as its manifest.
   *
   * @throws DamagedException when it is none of ours, or was cut short
   */
  static Archive open(Path file) throws IOException, DamagedException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException | EOFException e) {
      throw new DamagedException("it is no archive, or was cut short", e);
    }
    try {
      return new Archive(zip, read(zip));
    } catch (IOException | DamagedException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** What was read is not what was once written. */
  static final class DamagedException extends Exception {

    private static final long serialVersionUID = 1;

    DamagedException(String how, Throwable cause) {
      super(how, cause);
    }

    DamagedException(String how) {
      super(how);
    }
  }

  private static Manifest read(ZipFile zip) throws IOException, DamagedException {
    var entry = zip.getEntry(Manifest.NAME);
    if (entry == null) {
      throw new DamagedException("it has no " + Manifest.NAME);
    }
    try (var in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      var content = in.readAllBytes();
      // Nothing else says what it was; everything else it says itself.
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw new DamagedException("its " + Manifest.NAME + " is not what was written");
      }
      return JsonMapper.shared().readValue(content, Manifest.class);
    } catch (ZipException | EOFException | JacksonException e) {
      throw new DamagedException("its " + Manifest.NAME + " cannot be read", e);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** Reads everything once, and says what is not as the manifest says. */
  Optional<String> findDamage() throws IOException {
    var named = manifest.entries().keySet();
    var there =
        zip.stream()
            .map(ZipEntry::getName)
            .filter(name -> !name.equals(Manifest.NAME))
            .collect(Collectors.toSet());
    if (!there.equals(named)) {
      return Optional.of("its entries are not those its manifest names");
    }
    for (var name : named) {
      try {
        copy(name, OutputStream.nullOutputStream());
      } catch (DamagedException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }
    return Optional.empty();
  }

  /**
   * Copies one entry, checking it on the way.
   *
   * @throws DamagedException when it was not as the manifest says; by then it has been copied
   */
  void copy(String name, OutputStream out) throws IOException, DamagedException {
    var digest = ArchiveWriter.sha256();
    var expected = manifest.entries().get(name);
    try (var in = new DigestInputStream(open(name), digest)) {
      long size = in.transferTo(out);
      if (expected == null
          || size != expected.size()
          || !HexFormat.of().formatHex(digest.digest()).equals(expected.sha256())) {
        throw new DamagedException(name + " is not what was written");
      }
    } catch (ZipException | EOFException e) {
      throw new DamagedException(name + " cannot be read", e);
    }
  }

  InputStream open(String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
