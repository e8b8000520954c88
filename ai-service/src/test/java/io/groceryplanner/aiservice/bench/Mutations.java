package io.groceryplanner.aiservice.bench;

import io.groceryplanner.aiservice.SampleFiles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Receipts as broken lines, broken disks and ill will deliver them; the same for the same seed. */
public final class Mutations {

  /** A broken upload. */
  public record Upload(String how, String fileName, byte[] bytes) {}

  private enum How {
    BITS,
    TRUNCATED,
    OTHER_TYPE,
    HUGE,
    HOLE,
    SPLICED,
    NOISE
  }

  private static final List<String> NAMES =
      List.of("photo.jpg", "photo.png", "photo.webp", "photo.heic", "bill.pdf", "x", "../../x.jpg");

  private final Random random;
  private final List<Path> files = SampleFiles.receipts();

  public Mutations(long seed) {
    random = new Random(seed);
  }

  public Upload next() {
    Path file = files.get(random.nextInt(files.size()));
    byte[] bytes = SampleFiles.bytes(file);
    How how = How.values()[random.nextInt(How.values().length)];
    String name = file.getFileName().toString();
    return switch (how) {
      case BITS -> new Upload("bits", name, flipped(bytes));
      case TRUNCATED -> new Upload("truncated", name, Arrays.copyOf(bytes, place(bytes)));
      case OTHER_TYPE ->
          new Upload("other type", NAMES.get(random.nextInt(NAMES.size())), retyped(bytes));
      case HUGE -> new Upload("huge", name, enlarged(bytes));
      case HOLE -> new Upload("hole", name, holed(bytes));
      case SPLICED -> new Upload("spliced", name, spliced(bytes));
      case NOISE -> new Upload("noise", name, noise(bytes));
    };
  }

  /** Half of them in the first kilobyte, where the formats keep what they rely on. */
  private byte[] flipped(byte[] bytes) {
    int reach = random.nextBoolean() ? Math.min(1024, bytes.length) : bytes.length;
    int flips = 1 + random.nextInt(40);
    for (int i = 0; i < flips; i++) {
      bytes[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  /** The content as it is, or with the first bytes of another format. */
  private byte[] retyped(byte[] bytes) {
    List<byte[]> magics =
        List.of(
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0},
            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII),
            "RIFF\0\0\1\0WEBPVP8 ".getBytes(StandardCharsets.US_ASCII),
            "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.US_ASCII),
            "GIF89a".getBytes(StandardCharsets.US_ASCII),
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII),
            "PK\3\4".getBytes(StandardCharsets.US_ASCII));
    int which = random.nextInt(magics.size() + 1);
    if (which < magics.size()) {
      byte[] magic = magics.get(which);
      System.arraycopy(magic, 0, bytes, 0, Math.min(magic.length, bytes.length));
    }
    return bytes;
  }

  /** Declares dimensions it does not have, in the places where PNG, JPEG and PDF do so. */
  private byte[] enlarged(byte[] bytes) {
    int side = List.of(0, 1, 30_000, 65_535).get(random.nextInt(4));
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    if (latin.startsWith("\u0089PNG")) {
      ByteBuffer.wrap(bytes).putInt(16, side * 30_000).putInt(20, side);
      return bytes;
    }
    if (latin.startsWith("%PDF")) {
      return latin
          .replaceAll("/MediaBox\\s*\\[[^]]*]", "/MediaBox [0 0 " + side + "000 " + side + "000]")
          .getBytes(StandardCharsets.ISO_8859_1);
    }
    for (int i = 2; i < bytes.length - 9; i++) {
      boolean frame =
          (bytes[i] & 0xff) == 0xff && (bytes[i + 1] == (byte) 0xc0 || bytes[i + 1] == (byte) 0xc2);
      if (frame) {
        ByteBuffer.wrap(bytes).putShort(i + 5, (short) side).putShort(i + 7, (short) side);
        return bytes;
      }
    }
    return bytes;
  }

  private byte[] holed(byte[] bytes) {
    int start = place(bytes);
    Arrays.fill(bytes, start, Math.min(bytes.length, start + 1 + random.nextInt(2_000)), (byte) 0);
    return bytes;
  }

  private byte[] spliced(byte[] bytes) {
    byte[] other = SampleFiles.bytes(files.get(random.nextInt(files.size())));
    int cut = place(bytes);
    int from = place(other);
    byte[] both = Arrays.copyOf(bytes, cut + other.length - from);
    System.arraycopy(other, from, both, cut, other.length - from);
    return both;
  }

  private byte[] noise(byte[] bytes) {
    byte[] noise = new byte[random.nextInt(60_000)];
    random.nextBytes(noise);
    System.arraycopy(bytes, 0, noise, 0, Math.min(noise.length, random.nextInt(64)));
    return noise;
  }

  private int place(byte[] bytes) {
    return random.nextInt(bytes.length);
  }
}
