package io.groceryplanner.jobs;

import io.groceryplanner.jobs.Job.State;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many jobs of one task stand how.
 *
 * @param oldestDue when the one should have run that waits the longest though its time has come
 */
public record JobCounts(String task, Map<State, Long> jobs, Optional<Instant> oldestDue) {

  static JobCounts none(String task) {
    return new JobCounts(task, Map.of(), Optional.empty());
  }

  JobCounts with(State state, long count, Optional<Instant> due) {
    var more = new EnumMap<State, Long>(State.class);
    more.putAll(jobs);
    more.put(state, count);
    var oldest = Stream.of(oldestDue, due).flatMap(Optional::stream).min(Instant::compareTo);
    return new JobCounts(task, Map.copyOf(more), oldest);
  }

  public long of(State state) {
    return jobs.getOrDefault(state, 0L);
  }
}
