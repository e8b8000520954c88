package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Degradation;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what is away, since when and what that affects; comes and goes without a reload. */
class DegradationBanner extends Div {

  private final transient Degradations degradations;
  private transient Degradations.@Nullable Subscription subscription;

  DegradationBanner(Degradations degradations) {
    this.degradations = degradations;
    getElement().setAttribute("role", "status");
  }

  @Override
  protected void onAttach(AttachEvent event) {
    var ui = event.getUI();
    subscription = degradations.subscribe(() -> ui.access(this::show));
    show();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (subscription != null) {
      subscription.end();
    }
  }

  private void show() {
    removeAll();
    for (var degradation : degradations.list()) {
      add(new InlineNote(Tone.SOON, text(degradation)));
    }
  }

  private String text(Degradation degradation) {
    var since =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(getLocale())
            .format(degradation.since().atOffset(ZoneOffset.UTC));
    var key = "ops.away." + degradation.part().name().toLowerCase(Locale.ROOT);
    return getTranslation(key, since);
  }
}
