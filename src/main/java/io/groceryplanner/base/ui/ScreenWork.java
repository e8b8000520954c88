package io.groceryplanner.base.ui;

import com.vaadin.flow.component.UI;
import io.micrometer.context.ContextSnapshotFactory;

/** Work for an open screen from another thread. */
public final class ScreenWork {

  private static final ContextSnapshotFactory CONTEXT = ContextSnapshotFactory.builder().build();

  private ScreenWork() {}

  /**
   * Does this as soon as the screen is free, as {@link UI#access} does. It still belongs to the
   * trace of whoever asks for it, on whichever thread it is done.
   */
  public static void on(UI ui, Runnable work) {
    var traced = CONTEXT.captureAll().wrap(work);
    ui.access(traced::run);
  }
}
