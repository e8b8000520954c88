package io.groceryplanner.base;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Every text a person reads, from {@code messages/<module>.properties} (English) and its
 * translations. Screens reach it through Vaadin's {@code getTranslation}, REST through {@link
 * #say}.
 */
@Component
public class Messages implements I18NProvider {

  /** The languages there are texts for; the first is the fallback. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private final MessageSource source;

  Messages(MessageSource source) {
    this.source = source;
  }

  /** The text of this key, with {@code {0}}, {@code {1}}… filled in. */
  public String say(Locale locale, String key, Object... values) {
    return source.getMessage(key, values, locale);
  }

  @Override
  public List<Locale> getProvidedLocales() {
    return LANGUAGES;
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... params) {
    return say(locale, key, params);
  }
}
