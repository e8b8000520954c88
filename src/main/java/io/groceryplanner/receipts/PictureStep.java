package io.groceryplanner.receipts;

import com.github.kagkarlsson.scheduler.task.Task;
import io.groceryplanner.ai.AiAnswer;
import io.groceryplanner.ai.AiAnswer.Answer;
import io.groceryplanner.ai.AiAnswer.Rejected;
import io.groceryplanner.ai.AiAnswer.Unavailable;
import io.groceryplanner.ai.AiService;
import io.groceryplanner.jobs.DurableSteps;
import io.groceryplanner.jobs.RetryPolicy;
import io.groceryplanner.jobs.StepResult;
import io.groceryplanner.receipts.ExtractionPlaces.Turn;
import io.groceryplanner.receipts.ReceiptQueue.Subject;
import io.groceryplanner.receipts.Receipts.Original;
import io.groceryplanner.receipts.image.ReceiptFiles;
import io.groceryplanner.storage.FileKey;
import io.groceryplanner.storage.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has ai-service draw a photo that browsers do not show. Beside the receipt's way, not on it: it
 * also comes to a receipt that was entered by hand meanwhile.
 */
@Configuration
class PictureStep {

  private static final Logger log = LoggerFactory.getLogger(PictureStep.class);

  private final DurableSteps steps;
  private final Receipts receipts;
  private final DrawnPictures pictures;
  private final Originals originals;
  private final ReceiptFiles images;
  private final FileStore files;
  private final ExtractionPlaces places;
  private final AiService ai;

  PictureStep(
      DurableSteps steps,
      Receipts receipts,
      DrawnPictures pictures,
      Originals originals,
      ReceiptFiles images,
      FileStore files,
      ExtractionPlaces places,
      AiService ai) {
    this.steps = steps;
    this.receipts = receipts;
    this.pictures = pictures;
    this.originals = originals;
    this.images = images;
    this.files = files;
    this.places = places;
    this.ai = ai;
  }

  /** Should it be given up, the photo itself stays and can be looked at otherwise. */
  @Bean
  Task<String> shownPictureDraw() {
    return steps.declare(
        ReceiptQueue.PICTURE,
        RetryPolicy.STANDARD,
        subject -> Subject.read(subject).during(receipt -> Originals.waiting(receipt, this::draw)),
        _ -> {});
  }

  private StepResult draw(Subject subject) {
    var wanted = receipts.findUndrawn(subject.household(), subject.receipt());
    return wanted.isEmpty() ? StepResult.DONE : draw(subject, wanted.get());
  }

  private StepResult draw(Subject subject, Original photo) {
    return switch (places.take(
        () -> ai.drawPicture(originals.read(photo.key()), photo.mediaType()))) {
      case Turn.Wait(var pause) -> new StepResult.LookAgainIn(pause);
      case Turn.Done(var answer) -> keep(subject, answer);
    };
  }

  private StepResult keep(Subject subject, AiAnswer<byte[]> answer) {
    return switch (answer) {
      case Answer(var jpeg) -> {
        keep(subject, jpeg);
        yield StepResult.DONE;
      }
      case Rejected(var code, var _) -> {
        log.info("The photo of receipt {} cannot be drawn: {}", subject.receipt(), code);
        yield StepResult.DONE;
      }
      case Unavailable(var _, var retryAfter) -> ExtractionPlaces.lookAgain(retryAfter);
    };
  }

  /** Under a key of its own: a run that was cut short may have left a file, of other bytes even. */
  private void keep(Subject subject, byte[] jpeg) {
    var id = UUID.randomUUID();
    var shown = FileKey.of(subject.household(), id, "shown.jpg");
    var thumbnail = FileKey.of(subject.household(), id, "thumb.jpg");
    try {
      var picture = images.show(jpeg);
      files.put(shown, picture.shown());
      files.put(thumbnail, picture.thumbnail());
    } catch (IOException e) {
      throw new UncheckedIOException("The picture could not be kept", e);
    }
    pictures.show(subject.household(), subject.receipt(), shown, thumbnail);
  }
}
