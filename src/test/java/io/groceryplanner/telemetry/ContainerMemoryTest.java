package io.groceryplanner.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's files of both versions. */
class ContainerMemoryTest {

  @TempDir Path cgroup;

  @Test
  void inUseIsWhatTheKernelCannotDrop() throws IOException {
    write("memory.current", "900");
    write("memory.max", "1000");
    write("memory.stat", "anon 500\ninactive_file 300\nactive_file 100\n");

    assertThat(new ContainerMemory(cgroup).ratio()).isEqualTo(0.6);
  }

  @Test
  void withoutALimitThereIsNoShareOfIt() throws IOException {
    write("memory.current", "900");
    write("memory.max", "max\n");
    write("memory.stat", "inactive_file 300\n");

    assertThat(new ContainerMemory(cgroup).ratio()).isNaN();
  }

  @Test
  void theOlderVersionIsReadToo() throws IOException {
    Files.createDirectory(cgroup.resolve("memory"));
    write("memory/memory.usage_in_bytes", "900\n");
    write("memory/memory.limit_in_bytes", "1200\n");
    write("memory/memory.stat", "inactive_file 1\ntotal_inactive_file 300\n");

    assertThat(new ContainerMemory(cgroup).ratio()).isEqualTo(0.5);

    write("memory/memory.limit_in_bytes", "9223372036854771712\n");
    assertThat(new ContainerMemory(cgroup).ratio()).isNaN();
  }

  @Test
  void whereThereIsNoContainerThereIsNothingToSay() {
    assertThat(new ContainerMemory(cgroup).ratio()).isNaN();
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(cgroup.resolve(file), content);
  }
}
