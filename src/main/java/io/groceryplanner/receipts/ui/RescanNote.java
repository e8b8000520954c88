package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.UI;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.receipts.Rescan;

/** That the photo is being read again, or that it did not work. */
class RescanNote extends InlineNote {

  RescanNote(Rescan rescan) {
    super(
        rescan == Rescan.FAILED ? Tone.WRONG : Tone.WAIT,
        UI.getCurrent()
            .getTranslation(
                switch (rescan) {
                  case KEEPING_CORRECTIONS -> "receipts.ui.rescan.keeping";
                  case REPLACING_ALL -> "receipts.ui.rescan.replacing";
                  case FAILED -> "receipts.ui.rescan.failed";
                }));
  }
}
