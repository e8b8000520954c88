package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadFileListI18N;
import java.util.List;

/** The words of the list of files that are being sent. */
final class UploadWords {

  private static final int KIBI = 1024;

  private UploadWords() {}

  static UploadFileListI18N in(Component speaker) {
    return new UploadFileListI18N()
        .setFile(
            new UploadFileListI18N.File()
                .setRetry(say(speaker, "again"))
                .setStart(say(speaker, "start"))
                .setRemove(say(speaker, "stop")))
        .setError(
            new UploadFileListI18N.Error()
                .setFileIsTooBig(speaker.getTranslation("receipts.refused.too_large"))
                .setIncorrectFileType(speaker.getTranslation("receipts.refused.not_a_picture"))
                .setTooManyFiles(say(speaker, "later")))
        .setUploading(
            new UploadFileListI18N.Uploading()
                .setStatus(
                    new UploadFileListI18N.Uploading.Status()
                        .setConnecting(say(speaker, "connecting"))
                        .setStalled(say(speaker, "stalled"))
                        .setProcessing(say(speaker, "looking"))
                        .setHeld(say(speaker, "later")))
                .setRemainingTime(
                    new UploadFileListI18N.Uploading.RemainingTime()
                        .setPrefix(say(speaker, "remaining"))
                        .setUnknown(say(speaker, "sending")))
                .setError(
                    new UploadFileListI18N.Uploading.UploadError()
                        .setServerUnavailable(say(speaker, "no-connection"))
                        .setUnexpectedServerError(say(speaker, "fault"))
                        .setForbidden(say(speaker, "too-many"))
                        .setFileTooLarge(speaker.getTranslation("receipts.refused.too_large"))))
        .setUnits(List.of("B", "KB", "MB", "GB"), KIBI);
  }

  private static String say(Component speaker, String key) {
    return speaker.getTranslation("receipts.ui.upload." + key);
  }
}
