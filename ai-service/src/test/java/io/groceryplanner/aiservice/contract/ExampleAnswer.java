package io.groceryplanner.aiservice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.ServiceClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An answer that the other side's tests read; written anew with {@code -Drecord=true}. */
public final class ExampleAnswer {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ExampleAnswer() {}

  /** Fails unless the answer and the recorded one both are what the contract says. */
  public static void holds(String name, String schema, Answer answer) throws IOException {
    Path file = Contract.FOLDER.resolve("examples").resolve(name + ".json");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(Contract.violations(schema, answer.json())).isEmpty();
    if (Boolean.getBoolean("record")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, JSON.writeValueAsString(answer.json()) + "\n");
    }
    assertThat(Contract.violations(schema, JSON.readTree(Files.readString(file)))).isEmpty();
  }
}
