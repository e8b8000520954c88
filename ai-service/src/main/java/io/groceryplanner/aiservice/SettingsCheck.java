package io.groceryplanner.aiservice;

import java.util.List;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;

/** Ends a start that cannot go well before anything is opened, saying which variables are wrong. */
class SettingsCheck implements ApplicationListener<ApplicationPreparedEvent> {

  @Override
  public void onApplicationEvent(ApplicationPreparedEvent prepared) {
    List<String> problems =
        new Settings(prepared.getApplicationContext().getEnvironment()).problems();
    if (!problems.isEmpty()) {
      throw new BadSettingsException(problems);
    }
  }

  /** Said by {@link Sayer}, without a stack trace. */
  static final class BadSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadSettingsException(List<String> problems) {
      super(String.join(System.lineSeparator(), problems));
    }
  }

  static final class Sayer extends AbstractFailureAnalyzer<BadSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BadSettingsException cause) {
      return new FailureAnalysis(
          String.valueOf(cause.getMessage()),
          "Correct what is named above, and start again. All settings: docs/configuration.md",
          cause);
    }
  }
}
