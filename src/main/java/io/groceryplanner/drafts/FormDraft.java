package io.groceryplanner.drafts;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.value.HasValueChangeMode;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.base.ui.TypingPause;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The draft of one form a person has open: written a moment after they stop typing, shown again
 * when they open the form again, and forgotten when they save or give it up.
 */
public final class FormDraft {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Drafts drafts;
  private final HouseholdId household;
  private final UserId user;
  private final String formKey;
  private final Map<String, Supplier<String>> read = new LinkedHashMap<>();
  private final Map<String, Consumer<String>> write = new LinkedHashMap<>();

  public FormDraft(Drafts drafts, HouseholdId household, UserId user, String formKey) {
    this.drafts = drafts;
    this.household = household;
    this.user = user;
    this.formKey = formKey;
  }

  /** Whether something typed is waiting, so that the form can be opened by itself. */
  public boolean isThere() {
    return drafts.find(household, user, formKey).isPresent();
  }

  /** Keeps a field that holds text. */
  public <F extends AbstractField<?, String> & HasValueChangeMode> void keep(String name, F field) {
    TypingPause.tellAfter(PAUSE, field);
    keep(name, field, field::getValue, field::setValue);
  }

  /** Keeps any other field, as text. */
  public void keep(
      String name, HasValue<?, ?> field, Supplier<String> asText, Consumer<String> fromText) {
    read.put(name, asText);
    write.put(name, fromText);
    field.addValueChangeListener(changed -> {
      if (changed.isFromClient()) {
        var fields = new LinkedHashMap<String, String>();
        read.forEach((each, text) -> fields.put(each, text.get()));
        drafts.keep(household, user, formKey, fields);
      }
    });
  }

  /** Puts what was typed back into the fields; then a note that says so. */
  public Optional<Component> restore() {
    return drafts
        .find(household, user, formKey)
        .map(fields -> {
          fields.forEach((name, text) -> write.getOrDefault(name, _ -> {}).accept(text));
          return new InlineNote(Tone.PLAIN, UI.getCurrent().getTranslation("base.draft.restored"));
        });
  }

  public void forget() {
    drafts.forget(household, user, formKey);
  }
}
