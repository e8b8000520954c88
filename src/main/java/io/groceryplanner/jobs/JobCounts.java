package io.groceryplanner.jobs;

import io.groceryplanner.jobs.Job.State;
import java.util.EnumMap;
import java.util.Map;

/** How many jobs of one task stand how. */
public record JobCounts(String task, Map<State, Long> jobs) {

  static JobCounts none(String task) {
    return new JobCounts(task, Map.of());
  }

  JobCounts with(State state, long count) {
    var more = new EnumMap<State, Long>(State.class);
    more.putAll(jobs);
    more.put(state, count);
    return new JobCounts(task, Map.copyOf(more));
  }

  public long of(State state) {
    return jobs.getOrDefault(state, 0L);
  }
}
