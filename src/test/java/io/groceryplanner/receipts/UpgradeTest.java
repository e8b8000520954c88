package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.localdatabase.LocalDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A household that began with the first version that had receipts opens today's, with everything it
 * had, and what was under way goes on.
 */
class UpgradeTest {

  private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

  /** The migrations of that version, by SHA-256: one that was applied is never edited. */
  private static final Map<String, String> FIRST_WITH_RECEIPTS =
      Map.of(
          "base/V0001__roles_and_tenancy.sql",
          "d9672969417cd7781ccfe180ee609cf1b76cafe8c811e52615f10adc947981e1",
          "security/V0010__users.sql",
          "4629de18aa12875719bbc2b66422758386be7506916c2bb0a3587b11e5e8ba82",
          "household/V0020__households.sql",
          "32e48572ca5af6559d484b8878b73ef67a514389437dd9713484ff0618db16fa",
          "jobs/V0030__scheduled_tasks.sql",
          "04083dc9bde36584feccf6c8f458d66b7d394a152f37e6f61c274f7cc10f9222",
          "inventory/V0040__inventory.sql",
          "5bd502fbd1fde67a7226a5608c46c1e9bfc067facddf55b4a9b0f4cc5ab478dc",
          "receipts/V0050__receipts.sql",
          "414604e6e0724ad28a2ade71b21c3dcac93c6e218c0ff59bdb1dd27c0d22600d");

  private static final UUID HOUSEHOLD = UUID.randomUUID();
  private static final UUID PERSON = UUID.randomUUID();
  private static final UUID BREAD = UUID.randomUUID();
  private static final UUID WAITING = UUID.randomUUID();
  private static final UUID READY = UUID.randomUUID();
  private static final UUID CONFIRMED = UUID.randomUUID();

  @TempDir Path folder;

  @Test
  void aHouseholdOfTheFirstVersionFindsEverythingAndGoesOn() throws Exception {
    try (var database = LocalDatabase.start(folder.resolve("database"))) {
      migrateToFirst(database);
      fill(database);
      var web = start(database);
      try {
        var household = RestHousehold.known(web.port(), HOUSEHOLD, "gp_of_old");

        assertThat(OutageParts.countReceipts(household)).isEqualTo(3);
        assertThat(OutageParts.countEntries(household)).isEqualTo(1);
        OutageParts.awaitStage(household, WAITING.toString(), "ready_for_review");
        for (var receipt : new UUID[] {WAITING, READY}) {
          var answer = household.post("/api/v1/receipts/" + receipt + "/accept");
          assertThat(answer.getStatusCode().value()).as(answer.toString()).isEqualTo(200);
        }
        assertThat((long) OutageParts.countEntries(household))
            .as("each line of each receipt, none twice")
            .isEqualTo(
                OutageParts.countStocked(household, WAITING.toString())
                    + OutageParts.countStocked(household, READY.toString())
                    + OutageParts.countStocked(household, CONFIRMED.toString()));
        var prices = household.get("/api/v1/inventory/items?query=rye");
        assertThat(OutageParts.body(prices).get("items")).hasSize(1);
      } finally {
        web.kill();
      }
    }
  }

  private void migrateToFirst(LocalDatabase database) throws Exception {
    var then = Files.createDirectory(folder.resolve("migrations"));
    for (var migration : FIRST_WITH_RECEIPTS.entrySet()) {
      var script = Files.readAllBytes(MIGRATIONS.resolve(migration.getKey()));
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(script)))
          .as(migration.getKey() + " was edited after households had applied it")
          .isEqualTo(migration.getValue());
      Files.write(then.resolve(Path.of(migration.getKey()).getFileName()), script);
    }
    var environment = database.environment();
    var flyway =
        Flyway.configure()
            .dataSource(
                database.jdbcUrl(),
                environment.get("DATABASE_OWNER_USERNAME"),
                environment.get("DATABASE_OWNER_PASSWORD"))
            .locations("filesystem:" + then)
            .load();
    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(FIRST_WITH_RECEIPTS.size());
  }

  private void fill(LocalDatabase database) throws Exception {
    var sha256 = MessageDigest.getInstance("SHA-256");
    var tokenHash =
        HexFormat.of().formatHex(sha256.digest("gp_of_old".getBytes(StandardCharsets.UTF_8)));
    try (var connection = OutageParts.asOwner(database)) {
      OutageParts.run(connection, "set role planner_system");
      OutageParts.run(
          connection,
          """
          insert into app_user values ('%1$s', 'Cook', 'cook@example.org', 'none', now());
          insert into api_token values
            (gen_random_uuid(), '%1$s', 'phone', '%3$s', now(), now() + interval '1 day');
          insert into household values ('%2$s', 'Kitchen', 'EUR', 'Europe/Berlin', now());
          insert into membership values ('%2$s', '%1$s', 'OWNER', now());
          insert into item (household_id, id, name, name_key, created_at)
            values ('%2$s', '%4$s', 'Rye bread', 'rye bread', now());
          """
              .formatted(PERSON, HOUSEHOLD, tokenHash, BREAD));
      receipt(connection, WAITING, "PENDING");
      receipt(connection, READY, "READY_FOR_REVIEW");
      receipt(connection, CONFIRMED, "CONFIRMED");
      for (var receipt : new UUID[] {READY, CONFIRMED}) {
        OutageParts.run(
            connection,
            """
            insert into receipt_line (household_id, receipt_id, line_no, kind, raw_text, description,
                quantity, unit, line_total, confidence, stocked, item_id, match_source)
              values ('%s', '%s', 1, 'ITEM', 'RYE BREAD 2,49', 'Rye bread',
                1, 'piece', 2.49, 0.9, true, '%s', 'EXACT')
            """
                .formatted(HOUSEHOLD, receipt, BREAD));
      }
      OutageParts.run(
          connection,
          """
          insert into stock_entry (household_id, id, item_id, quantity, unit, price_amount,
              price_currency, purchased_on, origin, created_at)
            values ('%s', gen_random_uuid(), '%s', 1, 'piece', 2.49,
              'EUR', date '2026-01-10', 'receipt:%s:1', now())
          """
              .formatted(HOUSEHOLD, BREAD, CONFIRMED));
    }
    var files = Files.createDirectories(folder.resolve("files").resolve(HOUSEHOLD.toString()));
    Files.write(
        files.resolve(WAITING + ".original.jpg"),
        RestHousehold.sample("receipts/lindenhof-creased.jpg"));
  }

  /** An hour old, with a step as it was scheduled then for the one that waits: none. */
  private static void receipt(java.sql.Connection connection, UUID id, String stage)
      throws Exception {
    OutageParts.run(
        connection,
        """
        insert into receipt (household_id, id, stage, condition, content_hash, original_file,
            shown_file, media_type, file_name, byte_size, uploaded_by, uploaded_at, changed_at,
            merchant, purchased_on, currency, total, confirmed_at, confirmed_by)
          values ('%1$s', '%2$s', '%3$s', 'OK', '%2$s', '%1$s/%2$s.original.jpg',
            '%1$s/%2$s.shown.jpg', 'image/jpeg', 'r.jpg', 1000, '%4$s', now() - interval '1 hour',
            now() - interval '1 hour', 'Corner shop', date '2026-01-10', 'EUR', 2.49,
            case when '%3$s' = 'CONFIRMED' then now() end,
            case when '%3$s' = 'CONFIRMED' then '%4$s'::uuid end)
        """
            .formatted(HOUSEHOLD, id, stage, PERSON));
  }

  private ServerProcess start(LocalDatabase database) throws IOException {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PLANNER_DATA", folder.toString());
    environment.put("AI_SERVICE_URL", StandInAi.get().url());
    environment.put("APP_SECRET", "of this test");
    return ServerProcess.web(environment, folder.resolve("web.log"));
  }
}
