package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.html.Div;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.ops.Degradations.Kind;
import io.groceryplanner.ops.Feature;
import io.groceryplanner.ops.Features;
import io.groceryplanner.ops.Features.Availability;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * Says on just the feature it stands on that it is temporarily unavailable, and what still works;
 * comes and goes without a reload, and takes no room while all is well.
 */
@NamedInterface("ui")
public class FeatureNote extends Div {

  private final transient Features features;
  private final Feature feature;

  public FeatureNote(Features features, Feature feature) {
    this.features = features;
    this.feature = feature;
    addClassName("feature-note");
    setVisible(false);
    LiveState.keep(this, List.of(features::subscribe), this::show);
  }

  private void show() {
    removeAll();
    switch (features.of(feature)) {
      case Availability.Available() -> {}
      case Availability.SwitchedOff() -> say(".off");
      case Availability.Away(var because) when because.kind() == Kind.WAKING ->
          add(
              new InlineNote(
                  Tone.WAIT, getTranslation("ops.waking", getTranslation(feature.messageKey()))));
      case Availability.Away _ -> say(".away");
    }
    setVisible(getComponentCount() > 0);
  }

  private void say(String how) {
    add(new InlineNote(Tone.WAIT, getTranslation(feature.messageKey() + how)));
  }
}
