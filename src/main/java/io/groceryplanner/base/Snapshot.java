package io.groceryplanner.base;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Something that is dear to find out, found out anew only when somebody asks and the last answer is
 * a while old. All who ask wait for an answer a moment at most, together and not one after the
 * other: while it is away, there is none, rather than an old one.
 */
public final class Snapshot<T> {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Supplier<T> source;
  private final Duration goodFor;
  private CompletableFuture<T> latest = CompletableFuture.failedFuture(new TimeoutException());
  private long takenAt;

  public Snapshot(Duration goodFor, Supplier<T> source) {
    this.goodFor = goodFor;
    this.source = source;
    this.takenAt = System.nanoTime() - goodFor.toNanos();
  }

  public Optional<T> get() {
    try {
      return Optional.of(fresh().get(patience(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  /** What is left of the longest wait, which counts from when the source was asked. */
  private synchronized long patience() {
    return Math.max(0, LONGEST_WAIT.toNanos() - (System.nanoTime() - takenAt));
  }

  private synchronized CompletableFuture<T> fresh() {
    if (latest.isDone() && System.nanoTime() - takenAt >= goodFor.toNanos()) {
      takenAt = System.nanoTime();
      latest = CompletableFuture.supplyAsync(source, Thread::startVirtualThread);
    }
    return latest;
  }
}
