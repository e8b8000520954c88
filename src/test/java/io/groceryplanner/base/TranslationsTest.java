package io.groceryplanner.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationsTest {

  /** Every bundle the application reads: the settings name them, so none is forgotten here. */
  static Stream<String> bundles() throws IOException {
    var settings = text("/application.yaml");
    var names = settings.lines().filter(line -> line.strip().startsWith("basename:")).findFirst();
    return Arrays.stream(names.orElseThrow().split(":", 2)[1].strip().split(","));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyTextIsThereInBothLanguagesAndAsksForNoMoreValues(String bundle) throws IOException {
    var english = read(bundle, "");
    var german = read(bundle, "_de");

    assertThat(german.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    assertThat(english).isNotEmpty();
    for (var key : english.stringPropertyNames()) {
      var one = new MessageFormat(english.getProperty(key), Locale.ENGLISH);
      var other = new MessageFormat(german.getProperty(key), Locale.GERMAN);
      assertThat(other.getFormatsByArgumentIndex().length)
          .as(key)
          .isLessThanOrEqualTo(one.getFormatsByArgumentIndex().length);
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void germanSpeaksToPeopleAsFriendsDo(String bundle) throws IOException {
    // "Sie" may begin a sentence about something; "Ihr" and its like have no such excuse.
    var formal =
        Pattern.compile(
            "\\bIhr(e[mnrs]?)?\\b|\\bIhnen\\b|(?<![.!?:] )(?<!^)\\bSie\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    read(bundle, "_de")
        .forEach((key, text) ->
            assertThat(String.valueOf(text)).as("%s", key).doesNotContainPattern(formal));
  }

  private static Properties read(String bundle, String language) throws IOException {
    var read = new Properties();
    try (var stream =
        TranslationsTest.class.getResourceAsStream("/" + bundle + language + ".properties")) {
      assertThat(stream).as(bundle + language).isNotNull();
      read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return read;
  }

  private static String text(String resource) throws IOException {
    try (var stream = TranslationsTest.class.getResourceAsStream(resource)) {
      assertThat(stream).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
