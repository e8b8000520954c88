package io.groceryplanner.receipts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptIntake;
import io.groceryplanner.receipts.ReceiptIntake.IntakeResult;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.context.ApplicationContext;

/** What the tests of both receipt screens need. */
final class ReceiptScreens {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ReceiptScreens() {}

  static byte[] sample(String name) {
    try {
      return Files.readAllBytes(Path.of("samples").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReceiptId send(ApplicationContext context, HouseholdId household, UserId by, String name) {
    var result =
        context
            .getBean(ReceiptIntake.class)
            .receive(household, by, Path.of(name).getFileName().toString(), sample(name), false);
    assertThat(result).isInstanceOf(IntakeResult.Received.class);
    return ((IntakeResult.Received) result).id();
  }

  /** Sent, and through all steps of its way. */
  static Receipt sendAndRead(
      ApplicationContext context, HouseholdId household, UserId by, String name) {
    var id = send(context, household, by, name);
    var receipts = context.getBean(Receipts.class);
    await()
        .atMost(PATIENCE)
        .until(() ->
            receipts.find(household, id).orElseThrow().summary().stage() == Stage.READY_FOR_REVIEW);
    return receipts.find(household, id).orElseThrow();
  }

  /** Lets the screen take what was pushed, until it is as expected. */
  static void eventually(ThrowingRunnable expected) {
    await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          MockVaadin.clientRoundtrip();
          expected.run();
        });
  }

  static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
