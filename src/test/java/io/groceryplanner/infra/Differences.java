package io.groceryplanner.infra;

import io.groceryplanner.infra.arm.ResolvedResource;
import java.util.List;
import java.util.Map;

/** Compares what is planned for a resource with what is there. */
final class Differences {

  private Differences() {}

  /**
   * @param planned JSON by JSON pointer
   */
  static List<String> in(ResolvedResource resource, Map<String, String> planned) {
    return planned.entrySet().stream()
        .filter(entry -> !resource.at(entry.getKey()).toString().equals(entry.getValue()))
        .map(entry ->
            "%s%s is %s, not %s"
                .formatted(
                    resource.name(), entry.getKey(), resource.at(entry.getKey()), entry.getValue()))
        .sorted()
        .toList();
  }
}
