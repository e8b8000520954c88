package io.groceryplanner.aiservice.base;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.system.ApplicationHome;

/** Where the native libraries and the models lie, as unpacked by the build. */
@ConfigurationProperties("ai")
public record Installation(@Nullable Path natives, @Nullable Path models) {

  /** The folder with this platform's libraries of Tesseract, Leptonica and ONNX Runtime. */
  public Path nativeFolder() {
    return (natives != null ? natives : beside("native")).resolve(platform()).toAbsolutePath();
  }

  /** The folder with the embedding model and, below it, {@code tessdata}. */
  public Path modelFolder() {
    return (models != null ? models : beside("models")).toAbsolutePath();
  }

  /** The folder with one {@code <language>.traineddata} file for each language that can be read. */
  public Path tessdata() {
    return modelFolder().resolve("tessdata");
  }

  /** Beside the jar when packaged, in {@code target} when run by the build or by its tests. */
  private static Path beside(String name) {
    Path home = new ApplicationHome(Installation.class).getDir().toPath();
    for (Path candidate :
        List.of(
            home.resolve(name), home.resolveSibling(name), home.resolve("target").resolve(name))) {
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return home.resolve(name);
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    return (system.contains("mac") ? "macosx-" : "linux-") + (arm ? "arm64" : "x86_64");
  }
}
