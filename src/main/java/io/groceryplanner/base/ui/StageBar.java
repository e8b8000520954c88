package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Where a long work stands, stage by stage: true progress, or none. */
public class StageBar extends OrderedList {

  /** How a stage stands. */
  public enum State {
    DONE,
    ACTIVE,
    WAITING,
    FAILED,
    TODO
  }

  /**
   * One stage.
   *
   * @param share how much of an active stage is done, from 0 to 1, where that is known
   */
  public record Stage(String label, State state, OptionalDouble share) {

    public Stage(String label, State state) {
      this(label, state, OptionalDouble.empty());
    }
  }

  public StageBar(List<Stage> stages) {
    addClassName("stages");
    getElement().setAttribute("aria-label", getTranslation("base.stages"));
    show(stages);
  }

  /** Replaces what is shown. */
  public final void show(List<Stage> stages) {
    removeAll();
    stages.forEach(stage -> add(item(stage)));
  }

  private ListItem item(Stage stage) {
    var track = new Span();
    track.addClassName("track");
    track.getElement().setAttribute("aria-hidden", "true");
    if (stage.state() == State.ACTIVE && stage.share().isPresent()) {
      var fill = new Span();
      fill.addClassName("fill");
      double share = Math.clamp(stage.share().getAsDouble(), 0, 1);
      fill.setWidth("%d%%".formatted(Math.round(share * 100)));
      track.add(fill);
    }
    var item = new ListItem(track, new Span(stage.label()));
    item.addClassName(stage.state().name().toLowerCase(Locale.ROOT));
    if (stage.state() != State.DONE && stage.state() != State.TODO) {
      item.getElement().setAttribute("aria-current", "step");
    }
    return item;
  }
}
