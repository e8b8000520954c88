package io.groceryplanner.receipts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.groceryplanner.receipts.ui.ReceiptScreens.eventually;
import static io.groceryplanner.receipts.ui.ReceiptScreens.send;
import static io.groceryplanner.receipts.ui.ReceiptScreens.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.receipts.ReceiptReview;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A photo that browsers do not show, on the screen where it is looked over. */
@IntegrationTest
class HeicReviewTest {

  @Autowired ApplicationContext context;
  @Autowired ReceiptReview review;

  @AfterEach
  void closeTheScreen() {
    Screens.close();
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void untilThereIsAPictureThePhotoCanBeSavedAndThenThePictureAppearsByItself() {
    StandInAi.get().beBusy();
    var email = Screens.newEmail();
    var kitchen = Screens.found(context, email);
    var id = send(context, kitchen.household(), kitchen.user(), "heic/lindenhof-skewed.heic");
    review.enterByHand(kitchen.household(), id);
    Screens.openAs(context, email);
    UI.getCurrent().navigate(ReceiptReviewView.pathOf(id));

    var viewer = _get(PictureViewer.class);
    assertThat(text(viewer)).contains("cannot be shown here yet");
    _assertNone(viewer, Image.class);
    assertThat(_find(viewer, Anchor.class))
        .extracting(Anchor::getHref)
        .containsExactly("files/receipts/" + id + "/original");

    StandInAi.get().answerAsRecorded();

    eventually(() -> assertThat(_find(viewer, Image.class)).hasSize(1));
    assertThat(text(viewer)).doesNotContain("cannot be shown");
  }
}
