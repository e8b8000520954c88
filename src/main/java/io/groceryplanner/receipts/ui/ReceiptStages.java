package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.Component;
import io.groceryplanner.base.ui.StageBar;
import io.groceryplanner.base.ui.StageBar.State;
import io.groceryplanner.receipts.ReceiptSummary;
import io.groceryplanner.receipts.Stage;
import java.util.List;

/** How far a receipt has come, in the four stages people see. */
final class ReceiptStages {

  private ReceiptStages() {}

  static StageBar bar(ReceiptSummary receipt, Component speaker) {
    return new StageBar(of(receipt, speaker));
  }

  /**
   * @param speaker whose language is spoken
   */
  static List<StageBar.Stage> of(ReceiptSummary receipt, Component speaker) {
    boolean isRead = receipt.stage().compareTo(Stage.EXTRACTED) >= 0;
    boolean isMatched = !receipt.stage().isUnderWay();
    return List.of(
        stage("sent", State.DONE, speaker),
        isRead ? stage("reading", State.DONE, speaker) : current("reading", receipt, speaker),
        matching(receipt, isRead, isMatched, speaker),
        stage("ready", isMatched ? State.DONE : State.TODO, speaker));
  }

  private static StageBar.Stage matching(
      ReceiptSummary receipt, boolean isRead, boolean isMatched, Component speaker) {
    if (isMatched) {
      return stage("matching", State.DONE, speaker);
    }
    return isRead ? current("matching", receipt, speaker) : stage("matching", State.TODO, speaker);
  }

  /** The stage it is at: going on, waiting, or failed. */
  private static StageBar.Stage current(String name, ReceiptSummary receipt, Component speaker) {
    return switch (receipt.condition()) {
      case OK -> stage(name, State.ACTIVE, speaker);
      case AWAITING_AI -> stage("waiting", State.WAITING, speaker);
      case FAILED -> stage(name + "-failed", State.FAILED, speaker);
    };
  }

  private static StageBar.Stage stage(String name, State state, Component speaker) {
    return new StageBar.Stage(speaker.getTranslation("receipts.ui.stage." + name), state);
  }
}
