package io.groceryplanner.aiservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The synthetic receipts beside the services, and what must be turned down. */
public final class SampleFiles {

  private static final Path SAMPLES = Path.of("..", "samples");

  private SampleFiles() {}

  public static List<Path> receipts() {
    try (Stream<Path> files = Files.list(SAMPLES.resolve("receipts"))) {
      return files.filter(f -> !f.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] receipt(String name) {
    return bytes(SAMPLES.resolve("receipts").resolve(name));
  }

  /** A receipt as phones store photos; its truth is that of {@code lindenhof-skewed.jpg}. */
  public static byte[] heic() {
    return bytes(SAMPLES.resolve("heic").resolve("lindenhof-skewed.heic"));
  }

  public static byte[] bad(String name) {
    return bytes(SAMPLES.resolve("bad").resolve(name));
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
