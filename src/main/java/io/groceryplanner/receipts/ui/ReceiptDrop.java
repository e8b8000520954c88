package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadFileList;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Tone;
import java.io.IOException;

/**
 * The place where receipts come in: dropped, chosen or photographed, each with its true progress,
 * and a sentence for each file that cannot be taken.
 */
class ReceiptDrop extends Div {

  static final int LARGEST = 10 * 1024 * 1024;

  /** What browsers offer and let through: many know no type for a HEIC file, only its ending. */
  private static final String ACCEPTED =
      "image/jpeg,image/png,image/webp,application/pdf,image/heic,image/heif,.heic,.heif";

  /**
   * Takes a file; called on the thread that received it, without the screen's lock. False when
   * there were too many of late: then the browser keeps the file, and a person can send it again.
   */
  @FunctionalInterface
  interface Taker {
    boolean take(String fileName, byte[] content);
  }

  private final UploadManager manager;
  private final UploadButton photo;
  private final UploadButton choose;
  private final Button text;
  private final UploadFileList sending;
  private final Div zone = new Div();
  private final Div notes = new Div();

  /**
   * @param pasteText opens the place for the text of an e-receipt
   */
  ReceiptDrop(Taker taker, Runnable pasteText) {
    manager = new UploadManager(this, (UploadHandler) event -> receive(event, taker));
    manager.setMaxFileSize(LARGEST);
    manager.addFileRejectedListener(
        rejected -> refuse(rejected.getFileName(), reasonKey(rejected)));
    choose = new UploadButton(manager);
    label(choose, Symbol.FOLDER, wide("choose"), narrow("choose-short"));
    choose.addClassName("choose-files");
    photo = new UploadButton(manager);
    label(photo, Symbol.CAMERA, new Span(getTranslation("receipts.ui.photo")));
    photo.addThemeVariants(ButtonVariant.PRIMARY);
    photo.addClassName("take-photo");
    // Phones open the camera; where there is none, browsers let people choose a file.
    photo.getElement().setProperty("capture", "environment");
    text = new Button(getTranslation("receipts.ui.text"), click -> pasteText.run());
    text.addThemeVariants(ButtonVariant.TERTIARY);
    sending = new UploadFileList(manager);
    sending.setI18n(UploadWords.in(this));
    notes.addClassName("stack");
    addClassName("receipt-drop");
    add(dropZone(), sending, notes);
  }

  private UploadDropZone dropZone() {
    var art = new Span();
    art.addClassName("art");
    art.getElement().setAttribute("aria-hidden", "true");
    var hint = new Paragraph(getTranslation("receipts.ui.drop.hint"));
    var words = new Div(new H2(wide("drop.title"), narrow("drop.title-short")), hint);
    var actions = new Div(choose, photo, text);
    actions.addClassName("actions");
    zone.add(art, words, actions);
    zone.addClassName("drop-zone");
    return new UploadDropZone(zone, manager);
  }

  private static void label(UploadButton button, Symbol symbol, Span... words) {
    button.setPrefixComponent(new Icon(symbol));
    for (var word : words) {
      button.getElement().appendChild(word.getElement());
    }
  }

  private Span wide(String key) {
    var text = new Span(getTranslation("receipts.ui." + key));
    text.addClassName("laptop-only");
    return text;
  }

  private Span narrow(String key) {
    var text = new Span(getTranslation("receipts.ui." + key));
    text.addClassName("phone-only");
    return text;
  }

  private static void receive(UploadEvent event, Taker taker) throws IOException {
    byte[] content;
    try (var stream = event.getInputStream()) {
      // One byte more than allowed is enough to be refused for its size.
      content = stream.readNBytes(LARGEST + 1);
    }
    if (!taker.take(event.getFileName(), content)) {
      event.reject("Too many files");
    }
  }

  private static String reasonKey(UploadManager.FileRejectedEvent rejected) {
    return switch (rejected.getReason()) {
      case FILE_TOO_LARGE -> "receipts.refused.too_large";
      case INCORRECT_FILE_TYPE, TOO_MANY_FILES, UNKNOWN -> "receipts.refused.not_a_picture";
    };
  }

  /** Says why a file cannot be taken, until a person has read it. */
  void refuse(String fileName, String messageKey) {
    var dismiss = new Button(getTranslation("receipts.ui.dismiss"));
    dismiss.addThemeVariants(ButtonVariant.TERTIARY);
    dismiss.addClassName("soft");
    var note =
        new InlineNote(
            Tone.WRONG,
            getTranslation("receipts.ui.refused", fileName, getTranslation(messageKey)),
            dismiss);
    dismiss.addClickListener(click -> notes.remove(note));
    notes.add(note);
  }

  /**
   * Puts the camera forward for somebody who came to scan. A browser opens it by itself only right
   * after a person's touch; otherwise the button waits, focused.
   */
  void invite() {
    zone.addClassName("asked");
    zone.getElement()
        .executeJs(
            """
            const touch = matchMedia('(pointer: coarse)').matches;
            const button = this.querySelector(
                touch ? '.take-photo' : '.choose-files');
            setTimeout(() => {
              button.focus();
              if (navigator.userActivation && navigator.userActivation.isActive) button.click();
            }, 0);
            """);
  }

  /**
   * What is no receipt by its type is refused before it is sent; its content is looked at all the
   * same. What has arrived stands in the list of receipts, so it leaves the list of files. A
   * picture or file in the clipboard comes in by pasting anywhere on the screen. Phones that store
   * HEIC send a JPEG where HEIC is not asked for, which is read and shown at once; so it is not
   * asked there.
   */
  @Override
  protected void onAttach(AttachEvent attached) {
    sending
        .getElement()
        .executeJs(
            """
            setTimeout(() => {
              const manager = this.manager;
              if (!manager || manager.clearsUp) return;
              manager.clearsUp = true;
              manager.accept = $0;
              if (CSS.supports('-webkit-touch-callout', 'none')) {
                for (const button of document.querySelectorAll('vaadin-upload-button')) {
                  const input = button.shadowRoot?.querySelector('input[type=file]');
                  input?.addEventListener('click', () => input.setAttribute('accept',
                      manager.accept.split(',').filter(type => !/hei[cf]/.test(type)).join(',')));
                }
              }
              manager.addEventListener('upload-success', e =>
                  setTimeout(() => manager.removeFile(e.detail.file), 250));
              const paste = e => {
                if (!this.isConnected) {
                  document.removeEventListener('paste', paste);
                  return;
                }
                const files = Array.from(e.clipboardData ? e.clipboardData.files : []);
                if (files.length > 0) {
                  e.preventDefault();
                  manager.addFiles(files);
                }
              };
              document.addEventListener('paste', paste);
            }, 0);
            """,
            ACCEPTED);
  }
}
