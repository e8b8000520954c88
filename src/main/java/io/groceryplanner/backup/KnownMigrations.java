package io.groceryplanner.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations this program brings, by version. */
final class KnownMigrations {

  private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");

  private final Map<String, Resource> scripts = new HashMap<>();

  KnownMigrations() throws IOException {
    for (var script :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:db/migration/**/*.sql")) {
      var name = NAME.matcher(String.valueOf(script.getFilename()));
      if (name.matches()) {
        scripts.put(name.group(1), script);
      }
    }
  }

  List<String> versions() {
    return scripts.keySet().stream().sorted().toList();
  }

  List<String> unknownOf(List<String> versions) {
    return versions.stream().filter(version -> !scripts.containsKey(version)).toList();
  }

  /**
   * Brings an empty database to just these versions, so that it is as it was when it was copied;
   * what is newer follows at the next start.
   *
   * @param folder for the scripts, empty
   */
  void bringTo(List<String> versions, Map<String, String> database, Path folder)
      throws IOException {
    for (var version : versions) {
      var script = scripts.get(version);
      if (script == null) {
        throw new IllegalArgumentException("There is no migration " + version);
      }
      try (var content = script.getInputStream()) {
        Files.copy(content, folder.resolve(String.valueOf(script.getFilename())));
      }
    }
    Flyway.configure()
        .dataSource(
            database.get("DATABASE_URL"),
            database.get("DATABASE_OWNER_USERNAME"),
            database.get("DATABASE_OWNER_PASSWORD"))
        .locations("filesystem:" + folder)
        .load()
        .migrate();
  }
}
