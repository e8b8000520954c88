package io.groceryplanner.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"messages/base", "messages/shell"})
  void every_text_is_there_in_both_languages(String bundle) {
    var english = ResourceBundle.getBundle(bundle, Locale.ROOT);
    var german = ResourceBundle.getBundle(bundle, Locale.GERMAN);
    assertThat(german.getLocale()).isEqualTo(Locale.GERMAN);
    assertThat(german.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    assertThat(german.keySet())
        .allSatisfy(key ->
            assertThat(((java.util.PropertyResourceBundle) german).handleGetObject(key))
                .as(key)
                .isNotNull());
  }
}
