package io.groceryplanner.aiservice.receipts.parsing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that come with the program: sections in square brackets, phrases parted by commas. */
final class WordLists {

  private final String file;
  private final Map<String, List<String>> sections;

  private WordLists(String file, Map<String, List<String>> sections) {
    this.file = file;
    this.sections = sections;
  }

  static WordLists of(String file) {
    Map<String, List<String>> sections = new HashMap<>();
    try (InputStream in = WordLists.class.getResourceAsStream("/receipts/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the build");
      }
      List<String> section = new ArrayList<>();
      for (String line :
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList()) {
        if (line.startsWith("[")) {
          section = sections.computeIfAbsent(name(line), s -> new ArrayList<>());
        } else if (!line.startsWith("#")) {
          section.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    return new WordLists(file, sections);
  }

  private static String name(String heading) {
    return heading.substring(1, heading.indexOf(']'));
  }

  /** The lines of a section as they are. */
  List<String> lines(String section) {
    List<String> found = sections.get(section);
    if (found == null) {
      throw new IllegalStateException(file + " has no section " + section);
    }
    return found.stream().filter(line -> !line.isBlank()).toList();
  }

  /** The phrases of a section. */
  List<String> list(String section) {
    return lines(section).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .filter(phrase -> !phrase.isEmpty())
        .toList();
  }

  Set<String> words(String section) {
    return Set.copyOf(list(section));
  }

  Phrases phrases(String section) {
    return Phrases.of(list(section).toArray(String[]::new));
  }
}
