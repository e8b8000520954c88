package io.groceryplanner.aiservice.bench;

import io.groceryplanner.aiservice.ServiceClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The packaged ai-service, running and ready under limits. */
record PackagedAi(Limits limits, LimitedProcess process, ServiceClient client)
    implements AutoCloseable {

  static PackagedAi start(double cpus, int memoryMiB) throws IOException {
    Limits limits = Limits.of(cpus, memoryMiB);
    int port = LimitedProcess.freePort();
    LimitedProcess process =
        LimitedProcess.start(
            limits,
            Path.of("target", "app").toAbsolutePath(),
            List.of("@jvm.options", "-jar", "ai-service.jar"),
            Map.of("AI_PORT", Integer.toString(port)));
    ServiceClient client = new ServiceClient(port);
    while (!isReady(client)) {
      process.requireAlive();
    }
    return new PackagedAi(limits, process, client);
  }

  private static boolean isReady(ServiceClient client) {
    try {
      return client.get("/health/ready").status() == 200;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
    limits.lift();
  }
}
