import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Brings {@code grafana-provisioning/} to a Grafana that takes no files, as Grafana Cloud does:
 * looks what is there, says what differs, and sends that. Run by {@code ./planner grafana push
 * [--dry-run] [--secrets]}.
 *
 * <p>{@code GRAFANA_URL} says where, {@code GRAFANA_TOKEN} is a service account's. Grafana does not
 * give out secrets that it has, so they cannot be compared: {@code --secrets} sends them anew.
 */
public final class Push {

  private static final String DRY_RUN = "--dry-run";
  private static final String SECRETS = "--secrets";

  private Push() {}

  public static void main(String[] given) {
    try {
      push(options(given));
    } catch (Refused refused) {
      System.err.println("grafana push: " + refused.getMessage());
      System.exit(1);
    }
  }

  private static void push(List<String> options) {
    var url = needed("GRAFANA_URL", "the address of Grafana").replaceAll("/+$", "");
    var token = needed("GRAFANA_TOKEN", "the token of a service account with the role Admin");
    // All is read before anything is sent: half a change is worse than none.
    var wanted =
        Wanted.read(
            new Sources(Path.of("grafana-provisioning"), Push::environment),
            !environment("AZURE_RULES_PAUSED").equals(Optional.of("true")));
    var isDryRun = options.contains(DRY_RUN);
    var grafana = new Grafana(url, token);
    var changes = new Changes(isDryRun, options.contains(SECRETS));
    var datasources = Datasources.of(grafana);
    var kinds = new Kinds(grafana, changes, wanted.folder().path("uid").asString());

    kinds.folder(wanted.folder());
    wanted.datasource().ifPresent(kinds::datasource);
    wanted.templates().forEach(kinds::template);
    wanted.muteTimings().forEach(kinds::muteTiming);
    wanted.contactPoints().forEach(kinds::contactPoint);
    wanted.policies().forEach(kinds::policies);
    wanted.dashboards().forEach(kinds::dashboard);
    wanted.ruleGroups().forEach(group -> kinds.rules(datasources.named(group)));
    kinds.sayWhatIsLeftOver(wanted.ruleGroups());
    System.out.println(
        switch (changes.count()) {
          case 0 -> "Nothing differs.";
          default -> changes.count() + (isDryRun ? " would change; nothing was sent." : " changed.");
        });
  }

  private static List<String> options(String[] given) {
    var options = List.of(given);
    for (var option : options) {
      if (!List.of(DRY_RUN, SECRETS).contains(option)) {
        throw new Refused("There is no option " + option + ", only --dry-run and --secrets.");
      }
    }
    return options;
  }

  private static String needed(String name, String what) {
    return environment(name).orElseThrow(() -> new Refused(name + " is not set: " + what + "."));
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).map(String::strip).filter(it -> !it.isEmpty());
  }
}
