package io.groceryplanner.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler keeps beside a step's ids: the text of its {@link TraceOrigin}, no objects.
 */
class OriginText implements Serializer {

  @Override
  @SuppressWarnings("NullAway") // The library has no annotations: nothing stays nothing.
  public byte[] serialize(@Nullable Object origin) {
    return origin == null ? null : origin.toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  @SuppressWarnings("NullAway")
  public <T> T deserialize(Class<T> type, byte @Nullable [] written) {
    // Of a task that keeps nothing, whatever an older version may have kept is of no use.
    return written == null || type != String.class
        ? null
        : type.cast(new String(written, StandardCharsets.US_ASCII));
  }
}
