package io.groceryplanner.aiservice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much of the machine a process gets: by control groups where this machine lets us set them,
 * else by being pinned to as many cores, which leaves its memory unlimited.
 *
 * @param cpus processors, a half for half of one's time
 * @param memoryMiB memory in MiB
 * @param limitedBy what does the limiting, in words
 * @param groups the folders of the control groups a process is to join
 */
record Limits(double cpus, int memoryMiB, String limitedBy, List<Path> groups) {

  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");
  private static final String NAME = "planner-bench-" + ProcessHandle.current().pid();
  private static final int PERIOD_MICROS = 100_000;

  static Limits of(double cpus, int memoryMiB) {
    long quota = Math.round(cpus * PERIOD_MICROS);
    long bytes = (long) memoryMiB << 20;
    try {
      if (Files.exists(CGROUPS.resolve("cgroup.controllers"))) {
        Path group = Files.createDirectories(CGROUPS.resolve(NAME));
        Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
        Files.writeString(group.resolve("memory.max"), Long.toString(bytes));
        return new Limits(cpus, memoryMiB, "cgroup v2", List.of(group));
      }
      Path cpu = Files.createDirectories(CGROUPS.resolve("cpu").resolve(NAME));
      Files.writeString(cpu.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
      Files.writeString(cpu.resolve("cpu.cfs_quota_us"), Long.toString(quota));
      Path memory = Files.createDirectories(CGROUPS.resolve("memory").resolve(NAME));
      Files.writeString(memory.resolve("memory.limit_in_bytes"), Long.toString(bytes));
      return new Limits(cpus, memoryMiB, "cgroup v1", List.of(cpu, memory));
    } catch (IOException | UnsupportedOperationException | SecurityException e) {
      boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
      return new Limits(cpus, memoryMiB, linux ? "pinned to one core" : "nothing", List.of());
    }
  }

  /** The command in a shell that first puts itself under these limits. */
  List<String> around(List<String> command) {
    StringBuilder joining = new StringBuilder();
    groups.forEach(group -> joining.append("echo $$ > ").append(group).append("/cgroup.procs && "));
    if (limitedBy.startsWith("pinned")) {
      joining.append("exec taskset -c 0 \"$@\"");
    } else {
      joining.append("exec \"$@\"");
    }
    List<String> limited = new ArrayList<>(List.of("sh", "-c", joining.toString(), "sh"));
    limited.addAll(command);
    return limited;
  }

  /** Removes the control groups; those of a process that still runs stay. */
  void lift() {
    for (Path group : groups) {
      try {
        Files.deleteIfExists(group);
      } catch (IOException e) {
        System.err.println(group + " could not be removed: " + e.getMessage());
      }
    }
  }
}
