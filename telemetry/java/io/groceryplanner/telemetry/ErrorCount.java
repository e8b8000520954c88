package io.groceryplanner.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what is logged as an error, by the simple name of its exception's class: {@code
 * grocery_planner.errors}. Whoever logs a defect is counted, and nobody can forget to.
 */
final class ErrorCount extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private static final String NO_EXCEPTION = "none";

  private final MeterRegistry meters;

  ErrorCount(MeterRegistry meters) {
    this.meters = meters;
    // There from the beginning, at zero: an alert on an increase needs a value before it.
    counter(NO_EXCEPTION);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      var thrown = event.getThrowableProxy();
      counter(thrown == null ? NO_EXCEPTION : simple(thrown.getClassName())).increment();
    }
  }

  private Counter counter(String name) {
    return Counter.builder("grocery_planner.errors")
        .description("What was logged as an error, by class of its exception")
        .tag("class", name)
        .register(meters);
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
