package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.SystemScope;
import io.groceryplanner.storage.FileKey;
import io.groceryplanner.storage.FileStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which files receipts need, and for how long. */
@IntegrationTest
class StoredFilesTest {

  @LocalServerPort int port;
  @Autowired Receipts receipts;
  @Autowired ReceiptFileOwner owner;
  @Autowired SystemScope system;
  @Autowired JdbcClient jdbc;
  @Autowired FileStore files;
  @Autowired Clock clock;

  private RestHousehold kitchen;

  @BeforeEach
  void signUp() {
    kitchen = RestHousehold.signUp(port);
  }

  @Test
  void aReceiptNeedsItsThreeFilesEvenWhileItIsRemoved() throws IOException {
    var id = uploaded();

    assertThat(owner.households()).contains(household());
    assertThat(owner.filesOf(household())).hasSize(3).allMatch(this::isThere);
    kitchen.delete("/api/v1/receipts/" + id);

    assertThat(owner.filesOf(household())).hasSize(3);
  }

  @Test
  void originalsGoAWhileAfterTheirReceiptWasPutAwayAndPicturesStay() throws IOException {
    var id = uploaded();
    var original = FileKey.of(household(), UUID.fromString(id), "original.jpg");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            kitchen.post("/api/v1/receipts/" + id + "/accept").getStatusCode().is2xxSuccessful());

    retention(null).deleteOld();
    retention(Duration.ofDays(30)).deleteOld();
    assertThat(isThere(original)).as("neither when off nor before its time").isTrue();
    jdbc(() ->
        jdbc.sql("update receipt set confirmed_at = confirmed_at - interval '31 days' where id = ?")
            .param(UUID.fromString(id))
            .update());
    retention(Duration.ofDays(30)).deleteOld();

    assertThat(isThere(original)).isFalse();
    assertThat(owner.filesOf(household())).hasSize(2).allMatch(this::isThere);
    assertThat(kitchen.picture("/api/v1/receipts/" + id + "/picture")).isNotEmpty();
  }

  private void jdbc(java.util.function.Supplier<Integer> update) {
    assertThat(system.call(update)).isEqualTo(1);
  }

  private OriginalRetention retention(@org.jspecify.annotations.Nullable Duration after) {
    return new OriginalRetention(new OriginalRetention.Settings(after), system, jdbc, files, clock);
  }

  private boolean isThere(FileKey key) {
    try {
      return files.has(key);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private HouseholdId household() {
    return new HouseholdId(kitchen.id());
  }

  private String uploaded() {
    var sample = "receipts/lindenhof-creased.jpg";
    var answer = kitchen.upload(sample, RestHousehold.sample(sample));
    return Objects.requireNonNull(answer.getBody()).get("id").asString();
  }
}
