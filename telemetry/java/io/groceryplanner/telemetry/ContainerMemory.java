package io.groceryplanner.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of the memory this container may have is in use: {@code
 * grocery_planner.container.memory.ratio}, 0 to 1, not a number where there is no limit. In use is
 * what the kernel counts less the file cache it can drop, as Kubernetes and Azure count it.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">the kernel on cgroup v2</a>
 */
final class ContainerMemory implements MeterBinder {

  /** Version 1 writes "no limit" as the highest number of whole pages. */
  private static final double AS_GOOD_AS_NONE = 1L << 60;

  private final Path cgroup;

  /**
   * @param cgroup where the kernel shows this container's own group
   */
  ContainerMemory(Path cgroup) {
    this.cgroup = cgroup;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("grocery_planner.container.memory.ratio", this, ContainerMemory::ratio)
        .description("Memory in use as a share of the container's limit")
        .register(registry);
  }

  double ratio() {
    return Files.exists(cgroup.resolve("memory.current"))
        ? ratio(cgroup, "memory.current", "memory.max", "inactive_file")
        : ratio(
            cgroup.resolve("memory"),
            "memory.usage_in_bytes",
            "memory.limit_in_bytes",
            "total_inactive_file");
  }

  private static double ratio(Path group, String usage, String limit, String droppable) {
    try {
      var most = number(Files.readString(group.resolve(limit)));
      if (most >= AS_GOOD_AS_NONE) {
        return Double.NaN;
      }
      var dropped =
          Files.readAllLines(group.resolve("memory.stat")).stream()
              .filter(line -> line.startsWith(droppable + ' '))
              .mapToDouble(line -> number(line.substring(droppable.length())))
              .findFirst()
              .orElse(0);
      var used = number(Files.readString(group.resolve(usage)));
      return Math.max(0, used - dropped) / most;
    } catch (IOException | NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static double number(String written) {
    var text = written.strip();
    return text.equals("max") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }
}
