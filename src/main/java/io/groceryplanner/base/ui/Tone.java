package io.groceryplanner.base.ui;

import java.util.Locale;

/** What a state means; the stylesheet gives it its colours, and a word always goes with it. */
public enum Tone {
  /** Gone off: the loudest. */
  GONE,
  /** Wrong or failed. */
  WRONG,
  /** To be used today. */
  TODAY,
  /** Soon, unsure or degraded. */
  SOON,
  /** Well, done, in the house. */
  GOOD,
  /** Waiting, offline or limited; never an alarm. */
  WAIT,
  /** Nothing special. */
  PLAIN;

  String className() {
    return name().toLowerCase(Locale.ROOT);
  }
}
