package io.groceryplanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code --migrate} as a process of its own, on a server prepared like Azure's: an administrator
 * who is no superuser, a database that belongs to the administrators, no password anywhere.
 */
@TestMethodOrder(OrderAnnotation.class)
class MigrationTest {

  private static final String OWNER = "id-grocery-planner-migrate";
  private static final String WEB = "id-grocery-planner-web";
  private static final String OWNERS_CLIENT = "11111111-0000-4000-8000-000000000001";
  private static final String WEBS_CLIENT = "22222222-0000-4000-8000-000000000002";
  private static final String WEBS_OBJECT = "33333333-0000-4000-8000-000000000003";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static EmbeddedPostgres server;
  private static IdentityEndpoint identities;

  @TempDir static Path folder;

  @BeforeAll
  static void prepareAServerLikeAzures() throws Exception {
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("postgres"))
            .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
            .setLocaleConfig("locale", "C")
            .start();
    identities =
        IdentityEndpoint.start(Map.of(OWNERS_CLIENT, "owner-token", WEBS_CLIENT, "web-token"));
    superuser(
        "create role azure_pg_admin nologin createrole",
        "create role \"%s\" login createrole password 'owner-token' in role azure_pg_admin"
            .formatted(OWNER),
        "create database grocery_planner owner azure_pg_admin",
        """
        create function pgaadauth_create_principal_with_oid(
          name text, object_id text, object_type text, is_admin boolean, is_mfa boolean)
        returns text language plpgsql security definer as $$
        begin
          assert object_id = '%s' and object_type = 'service' and not is_admin;
          execute format('create role %%I login password ''web-token''', name);
          return 'Created role for ' || name;
        end $$
        """
            .formatted(WEBS_OBJECT));
    Files.writeString(
        folder.resolve("postgres/pg_hba.conf"),
        "local all postgres trust\nhost all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 password\n");
    superuser("select pg_reload_conf()");
  }

  @AfterAll
  static void stop() throws IOException {
    identities.close();
    server.close();
  }

  @Test
  @Order(1)
  void aMigrationWithoutAnyPasswordEndsWithZeroAndStartsNoWebServer() throws Exception {
    var run = migrate(owned());

    assertThat(run.output()).contains("The database is up to date");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).doesNotContain("Tomcat", "Hikari", "Vaadin");
    assertThat(identities.asked())
        .isNotEmpty()
        .allSatisfy(query ->
            assertThat(query).contains(OWNERS_CLIENT, "ossrdbms-aad.database.windows.net"));
    assertThat(superusersAnswer("select count(*) from flyway_schema_history where not success"))
        .isEqualTo("0");
  }

  @Test
  @Order(2)
  void theApplicationsLoginMayBecomeItsTwoRolesAndOwnsNothing() throws Exception {
    assertThat(
            superusersAnswer(
                "select string_agg(r.rolname, ',' order by r.rolname) from pg_auth_members m"
                    + " join pg_roles r on r.oid = m.roleid where m.member = '\"%s\"'::regrole"
                        .formatted(WEB)))
        .isEqualTo("planner_app,planner_system");
    assertThat(
            superusersAnswer(
                "select count(*) from pg_class where relowner = '\"%s\"'::regrole".formatted(WEB)))
        .isEqualTo("0");
  }

  @Test
  @Order(3)
  void aSecondMigrationFindsNothingToDo() throws Exception {
    var run = migrate(owned());

    assertThat(run.output()).contains("The database is up to date: 0 migrations were applied");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  @Order(4)
  void theApplicationThenStartsAndListensAsItsOwnIdentity() throws Exception {
    int port = freePort();
    var settings = new HashMap<>(url(WEBS_CLIENT));
    settings.put("DATABASE_USERNAME", WEB);
    settings.put("DATABASE_POOL_SIZE", "4");
    settings.put("MIGRATE_AT_START", "false");
    settings.put("PORT", Integer.toString(port));
    settings.put("PLANNER_DATA", folder.resolve("data").toString());
    settings.put("AI_SERVICE_URL", "http://localhost:1");
    settings.put("APP_SECRET", "0123456789abcdef0123456789abcdef");
    var log = folder.resolve("web.log");
    var web = launch(settings, log);
    try (var client = HttpClient.newHttpClient()) {
      await()
          .atMost(PATIENCE)
          .until(() -> {
            assertThat(web.isAlive()).as(() -> contentOf(log)).isTrue();
            return health(client, port).contains("\"database\":\"ok\"");
          });
      await()
          .atMost(PATIENCE)
          .until(() ->
              superusersAnswer(
                      "select count(*) from pg_stat_activity where usename = '%s'".formatted(WEB)
                          + " and application_name = 'grocery-planner-notices'")
                  .equals("1"));
    } finally {
      web.destroy();
      web.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Test
  void aDatabaseThatCannotBeReachedEndsItWithOneAndASentenceThatNamesIt() throws Exception {
    int nobody = freePort();
    var run =
        migrate(
            Map.of(
                "DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + nobody + "/planner?password=quiet",
                "DATABASE_USERNAME",
                "planner"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains(
            "The database at jdbc:postgresql://127.0.0.1:" + nobody + "/planner was not brought up",
            "Connection to 127.0.0.1:" + nobody + " refused")
        .doesNotContain("quiet", "\tat ");
  }

  @Test
  void aLoginThatIsNotThereEndsItWithOneAndSaysWhatToDo() throws Exception {
    var settings = new HashMap<>(owned());
    settings.put("DATABASE_USERNAME", "somebody else");
    settings.remove("DATABASE_LOGIN_OBJECT_ID");
    var run = migrate(settings);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("there is no login \"somebody else\". Make it, or set");
  }

  private static Map<String, String> owned() {
    var settings = new HashMap<>(url(OWNERS_CLIENT));
    settings.put("DATABASE_OWNER_USERNAME", OWNER);
    settings.put("DATABASE_USERNAME", WEB);
    settings.put("DATABASE_LOGIN_OBJECT_ID", WEBS_OBJECT);
    return settings;
  }

  /** As the templates write it, but for the encryption, which the server here does not speak. */
  private static Map<String, String> url(String client) {
    var settings = new HashMap<>(identities.environment());
    settings.put(
        "DATABASE_URL",
        "jdbc:postgresql://127.0.0.1:%d/grocery_planner?authenticationPluginClassName=%s&azure.managedIdentityEnabled=true&azure.clientId=%s"
            .formatted(
                server.getPort(),
                "com.azure.identity.extensions.jdbc.postgresql.AzurePostgresqlAuthenticationPlugin",
                client));
    return settings;
  }

  private record Run(int exitCode, String output) {}

  private static Run migrate(Map<String, String> settings) throws Exception {
    var log = Files.createTempFile(folder, "migration", ".log");
    var process = launch(settings, log, "--migrate");
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(log));
  }

  private static Process launch(Map<String, String> settings, Path log, String... args)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Application.class.getName()));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var process = builder.start();
    // Also when the tests are ended from outside.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  private static String health(HttpClient client, int port) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    }
  }

  private static String contentOf(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void superuser(String... statements) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String superusersAnswer(String question) throws SQLException {
    try (var connection = server.getDatabase("postgres", "grocery_planner").getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
