package io.groceryplanner.telemetry;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Puts our appenders beside the console's, for as long as the application runs: one counts errors,
 * one sends every line with its trace, unless there is nowhere to send it.
 */
final class LogAppenders implements InitializingBean, DisposableBean {

  /** What a line of the log may say beside its words; ids only. */
  private static final String FIELDS = "household,receipt,job";

  private final List<Appender<ILoggingEvent>> appenders = new ArrayList<>();

  LogAppenders(OpenTelemetry telemetry, MeterRegistry meters) {
    appenders.add(new ErrorCount(meters));
    if (telemetry != OpenTelemetry.noop()) {
      appenders.add(export(telemetry));
    }
  }

  private static OpenTelemetryAppender export(OpenTelemetry telemetry) {
    var appender = new OpenTelemetryAppender();
    appender.setOpenTelemetry(telemetry);
    appender.setCaptureMdcAttributes(FIELDS);
    return appender;
  }

  @Override
  public void afterPropertiesSet() {
    appenders.forEach(appender -> {
      appender.setContext(root().getLoggerContext());
      appender.start();
      root().addAppender(appender);
    });
  }

  @Override
  public void destroy() {
    appenders.forEach(appender -> {
      root().detachAppender(appender);
      appender.stop();
    });
  }

  private static Logger root() {
    return ((LoggerContext) LoggerFactory.getILoggerFactory())
        .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
