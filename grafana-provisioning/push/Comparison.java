import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What of the wanted is not there. What Grafana adds of its own is left alone. */
final class Comparison {

  /** What Grafana says instead of a secret it has. */
  private static final String HIDDEN = "[REDACTED]";

  private final boolean hasSecrets;
  private final List<String> differences = new ArrayList<>();

  private Comparison(boolean hasSecrets) {
    this.hasSecrets = hasSecrets;
  }

  /**
   * One line for each difference.
   *
   * @param hasSecrets whether only the place of a difference may be told, not the values
   */
  static List<String> differences(JsonNode wanted, JsonNode there, boolean hasSecrets) {
    var comparison = new Comparison(hasSecrets);
    comparison.compare("", wanted, there);
    return comparison.differences;
  }

  private void compare(String where, JsonNode wanted, JsonNode there) {
    if (wanted.isObject() && there.isObject()) {
      for (var entry : wanted.properties()) {
        // Never given out again, not even hidden.
        if (!entry.getKey().equals("secureJsonData")) {
          compare(where + "/" + entry.getKey(), entry.getValue(), there.path(entry.getKey()));
        }
      }
    } else if (wanted.isArray() && there.isArray() && wanted.size() == there.size()) {
      for (int i = 0; i < wanted.size(); i++) {
        compare(where + "/" + i, wanted.get(i), there.get(i));
      }
    } else if (!isSame(wanted, there) && !(hasSecrets && there.asString("").equals(HIDDEN))) {
      differences.add(
          hasSecrets
              ? where + " differs"
              : where + ": " + shortened(there) + " → " + shortened(wanted));
    }
  }

  private static boolean isSame(JsonNode wanted, JsonNode there) {
    if (there.isMissingNode() || there.isNull()) {
      // Grafana leaves out what is empty.
      return wanted.isNull()
          || (wanted.isContainer() && wanted.isEmpty())
          || (wanted.isString() && wanted.asString().isEmpty())
          || (wanted.isBoolean() && !wanted.asBoolean());
    }
    return wanted.isNumber() && there.isNumber()
        ? wanted.asDouble() == there.asDouble()
        : wanted.equals(there);
  }

  private static String shortened(JsonNode value) {
    var text = value.isMissingNode() ? "nothing" : value.toString();
    return text.length() <= 120 ? text : text.substring(0, 117) + "...";
  }
}
