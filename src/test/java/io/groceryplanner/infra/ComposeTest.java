package io.groceryplanner.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTest {

  static final List<Rule<Compose>> RULES = Compose.ALL;

  private static final String GOOD = Repository.read(Path.of("compose.yaml"));
  private static final String EXAMPLE = Repository.read(Path.of(".env.example"));

  /** The rule, what is written and what takes its place. */
  static List<Arguments> breakages() {
    return List.of(
        broken("all is there", "  mail:\n", "  mail:\n    profiles: [mail]\n"),
        broken("images have a tag", "greenmail/standalone:2.1.13", "greenmail/standalone"),
        broken("images have a tag", "pgvector/pgvector:pg16", "pgvector/pgvector:latest"),
        broken("programs are built", "dockerfile: ai-service/Dockerfile.prod", "dockerfile: a"),
        broken("nothing is reached", "\"127.0.0.1:${WEB_PORT", "\"${WEB_PORT"),
        broken("nothing is written", "read_only: true", "read_only: false"),
        broken("nobody has rights", "cap_drop: [ALL]", "cap_drop: [CHOWN]"),
        broken("nobody has rights", "no-new-privileges:true", "label:disable"),
        broken("what others wait for", "healthcheck:", "x-check:"),
        broken("the tables are there", "service_completed_successfully", "service_started"),
        broken("every setting", "FILES_PLACE: blob", "FILE_PLACE: blob"),
        broken("every setting", "OTEL_EXPORTER_OTLP_ENDPOINT: ${", "OTEL_ENDPOINT: ${"),
        broken("web finds ai-service", "http://ai-service:8000", "http://ai-service"),
        broken("every program writes", "SPRING_PROFILES_ACTIVE: prod\n      OTEL", "OTEL"),
        broken("secrets come from", "APP_SECRET: ${APP_SECRET:?see .env.example}", "APP_SECRET: a"),
        broken("web does not know", "MIGRATE_AT_START:", "DATABASE_OWNER_USERNAME:"),
        broken("the example names", "${MAILBOX_PASSWORD", "${MAIL_PASSWORD"));
  }

  private static Arguments broken(String rule, String from, String to) {
    return Arguments.of(rule, from, to);
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void theFileKeepsTo(Rule<Compose> rule) {
    assertThat(rule.broken(Compose.parse(GOOD, EXAMPLE))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {2} for {1}")
  @MethodSource("breakages")
  void aBrokenFileIsSeen(String rule, String from, String to) {
    assertThat(GOOD).contains(from);
    assertThat(rule(rule).broken(Compose.parse(GOOD.replace(from, to), EXAMPLE))).isNotEmpty();
  }

  @Test
  void everyRuleIsSeenToFail() {
    var seen = breakages().stream().map(one -> rule((String) one.get()[0])).toList();
    assertThat(seen).containsAll(Compose.ALL);
  }

  @Test
  void theExampleKeepsNoSecretOfAnybody() {
    assertThat(EXAMPLE.lines().filter(line -> line.matches("[A-Z_]*(PASSWORD|SECRET)=.*")))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*=change-?me.*"));
  }

  private static Rule<Compose> rule(String beginning) {
    return Compose.ALL.stream()
        .filter(one -> one.name().startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }
}
