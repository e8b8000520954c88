package io.groceryplanner.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds how many values a label may have, whoever makes them up: what comes after the first so
 * many is told together, as {@code other}. Every series costs memory here and money where it is
 * kept.
 */
final class LabelLimit implements MeterFilter {

  static final int MOST_VALUES = 100;
  static final String OTHER = "other";

  private final int most;
  private final Map<String, Set<String>> values = new ConcurrentHashMap<>();

  LabelLimit(int most) {
    this.most = most;
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    var isWithin = id.getTags().stream().allMatch(tag -> isAdmitted(id.getName(), tag));
    return isWithin
        ? id
        : id.replaceTags(
            id.getTags().stream()
                .map(tag -> isAdmitted(id.getName(), tag) ? tag : Tag.of(tag.getKey(), OTHER))
                .toList());
  }

  private boolean isAdmitted(String meter, Tag tag) {
    var known =
        values.computeIfAbsent(meter + ' ' + tag.getKey(), _ -> ConcurrentHashMap.newKeySet());
    if (known.contains(tag.getValue())) {
      return true;
    }
    synchronized (known) {
      return known.size() < most && known.add(tag.getValue());
    }
  }
}
