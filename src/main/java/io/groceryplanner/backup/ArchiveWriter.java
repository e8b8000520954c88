package io.groceryplanner.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a zip file whose last entry says of every other how long it is and its SHA-256. */
final class ArchiveWriter implements AutoCloseable {

  private final ZipOutputStream zip;
  private final Map<String, Manifest.Entry> entries = new TreeMap<>();

  ArchiveWriter(Path file) throws IOException {
    this.zip = new ZipOutputStream(Files.newOutputStream(file));
  }

  /** Writes the content of one entry. */
  @FunctionalInterface
  interface Content<F extends Exception> {
    void writeTo(OutputStream out) throws IOException, F;
  }

  <F extends Exception> void add(String name, Content<F> content) throws IOException, F {
    var digest = sha256();
    var counted = new Counted(new DigestOutputStream(zip, digest));
    zip.putNextEntry(new ZipEntry(name));
    content.writeTo(counted);
    zip.closeEntry();
    entries.put(name, new Manifest.Entry(counted.size, HexFormat.of().formatHex(digest.digest())));
  }

  Map<String, Manifest.Entry> entries() {
    return entries;
  }

  void finish(Manifest manifest) throws IOException {
    var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    zip.putNextEntry(new ZipEntry(Manifest.NAME));
    zip.write(json.writeValueAsBytes(manifest));
    zip.closeEntry();
    zip.finish();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Counts, and leaves the archive open when an entry's writer closes it. */
  private static final class Counted extends FilterOutputStream {

    private long size;

    private Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      size++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      size += length;
    }

    @Override
    public void close() {}
  }
}
