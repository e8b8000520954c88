import java.util.List;
import tools.jackson.databind.JsonNode;

/** Says what differs and sees that it is sent; counts what did. */
final class Changes {

  private final boolean isDryRun;
  private final boolean withSecrets;
  private int count;

  /**
   * @param isDryRun whether nothing is sent
   * @param withSecrets whether what has secrets is sent though no difference can be seen
   */
  Changes(boolean isDryRun, boolean withSecrets) {
    this.isDryRun = isDryRun;
    this.withSecrets = withSecrets;
  }

  int count() {
    return count;
  }

  void make(String what, JsonNode wanted, Grafana.Found there, Runnable send) {
    make(what, wanted, there, false, send);
  }

  void makeWithSecrets(String what, JsonNode wanted, Grafana.Found there, Runnable send) {
    make(what, wanted, there, true, send);
  }

  private void make(
      String what, JsonNode wanted, Grafana.Found there, boolean hasSecrets, Runnable send) {
    var differences =
        there.isThere()
            ? Comparison.differences(wanted, there.body(), hasSecrets)
            : List.<String>of();
    var isSame = there.isThere() && differences.isEmpty() && !(hasSecrets && withSecrets);
    System.out.println((isSame ? "= " : there.isThere() ? "~ " : "+ ") + what);
    differences.forEach(difference -> System.out.println("    " + difference));
    if (!isSame) {
      count++;
      if (!isDryRun) {
        send.run();
      }
    }
  }
}
