package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.Component;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.ops.Degradations.Part;
import io.groceryplanner.ops.Feature;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part in the words of the screen it stands on. */
record PartText(Component screen, Part part) {

  String name() {
    return say(".name");
  }

  String away(String since) {
    return say(".away", since);
  }

  String waking(String since) {
    return screen.getTranslation("ops.part.waking", name(), since);
  }

  /** Which features need it, in a sentence. */
  String affected() {
    var features =
        Feature.thoseThatNeed(part).stream()
            .map(feature -> screen.getTranslation(feature.messageKey()))
            .collect(Collectors.joining(", "));
    return part == Part.DATABASE
        ? screen.getTranslation("ops.part.affects-all")
        : screen.getTranslation("ops.part.affected", features);
  }

  /** What goes on meanwhile. */
  String works() {
    return say(".works");
  }

  Symbol symbol() {
    return switch (part) {
      case AI_SERVICE -> Symbol.PLUG;
      case DATABASE -> Symbol.DATABASE;
      case STORAGE -> Symbol.FOLDER;
      case MAIL -> Symbol.MAIL;
      case JOBS -> Symbol.RETRY;
    };
  }

  private String say(String what, Object... values) {
    return screen.getTranslation("ops.part." + part.name().toLowerCase(Locale.ROOT) + what, values);
  }
}
