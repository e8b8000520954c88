package io.groceryplanner.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.Badge;
import io.groceryplanner.base.ui.DataTable;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Moment;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Toast;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.jobs.Job;
import io.groceryplanner.jobs.Job.State;
import io.groceryplanner.jobs.Jobs;
import io.groceryplanner.jobs.Jobs.CancelResult;
import io.groceryplanner.security.SignedInUser;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Single jobs, each with what can be done about it. */
class JobList extends Div {

  private record Key(String task, String subject) {}

  private final transient Jobs jobs;
  private final ZoneId zone;
  private final transient Runnable changed;
  private final DataTable<Job> table;

  /**
   * @param changed told after something was done
   */
  JobList(Jobs jobs, ZoneId zone, Runnable changed) {
    this.jobs = jobs;
    this.zone = zone;
    this.changed = changed;
    table =
        new DataTable<Job>(
                getTranslation("admin.jobs.list"), job -> new Key(job.task(), job.subject()))
            .column(getTranslation("admin.jobs.task"), JobList::name)
            .column(getTranslation("admin.jobs.state"), this::badge)
            .column(getTranslation("admin.jobs.next-run"), job -> new Moment(job.nextRun(), zone))
            .column(getTranslation("admin.jobs.failures"), this::failures)
            .actions(getTranslation("admin.jobs.actions"), this::actions);
  }

  /**
   * @param of what was asked for, which says what it means that there is nothing
   */
  void show(List<Job> found, Optional<State> of) {
    table.show(found);
    if (!found.isEmpty() && !table.isAttached()) {
      removeAll();
      add(table);
    } else if (found.isEmpty()) {
      removeAll();
      add(nothing(of));
    }
  }

  private EmptyState nothing(Optional<State> of) {
    var key = "admin.jobs.empty." + of.map(State::key).orElse("all");
    boolean well = of.map(state -> state == State.FAILING || state == State.DEAD).orElse(false);
    return new EmptyState(
        well ? Symbol.CHECK : Symbol.CLOCK,
        getTranslation(key + ".title"),
        getTranslation(key + ".text"));
  }

  private static Component name(Job job) {
    var name = new Div(new Span(job.task()));
    if (!job.isRecurring()) {
      var subject = new Div(job.subject());
      subject.addClassNames("small", "muted", "ids");
      name.add(subject);
    }
    return name;
  }

  private Component badge(Job job) {
    var word = getTranslation("admin.jobs.state." + job.state().key());
    return switch (job.state()) {
      case DUE -> new Badge(Tone.WAIT, Symbol.CLOCK, word);
      case RUNNING -> new Badge(Tone.GOOD, Symbol.RETRY, word);
      case FAILING -> new Badge(Tone.WRONG, Symbol.WARN, word);
      case DEAD -> new Badge(Tone.SOON, Symbol.PLUG, word);
      case WAITING -> new Badge(Tone.PLAIN, Symbol.CLOCK, word);
    };
  }

  private Component failures(Job job) {
    if (job.failures() == 0) {
      var none = new Span(getTranslation("admin.jobs.no-failures"));
      none.addClassNames("hint", "nothing");
      return none;
    }
    var words = new Div(new Span(getTranslation("admin.jobs.failed-times", job.failures())));
    job.lastFailure().ifPresent(at -> words.add(new Div(new Moment(at, zone))));
    job.failure()
        .ifPresent(failure -> {
          var name = new Div(failure);
          name.addClassName("raw");
          words.add(name);
        });
    return words;
  }

  private Component actions(Job job) {
    var actions = new Div();
    actions.addClassName("actions");
    if (job.state() != State.RUNNING && job.state() != State.DEAD) {
      actions.add(button("admin.jobs.run-now", Symbol.RETRY, job, () -> runNow(job)));
      if (!job.isRecurring()) {
        actions.add(button("admin.jobs.cancel", Symbol.CLOSE, job, () -> cancel(job)));
      }
    }
    return actions;
  }

  private Button button(String key, Symbol symbol, Job job, Runnable act) {
    var button = new Button(getTranslation(key), new Icon(symbol), click -> act.run());
    button.setAriaLabel(getTranslation(key) + ": " + job.task() + " " + job.subject());
    return button;
  }

  private void runNow(Job job) {
    if (jobs.runNow(SignedInUser.current().userId(), job.task(), job.subject())) {
      Toast.show(getTranslation("admin.jobs.runs", job.task()));
    } else {
      Toast.problem(getTranslation("admin.jobs.too-late"));
    }
    changed.run();
  }

  private void cancel(Job job) {
    var admin = SignedInUser.current().userId();
    switch (jobs.cancel(admin, job.task(), job.subject())) {
      case CancelResult.Cancelled(var nextRun) ->
          Toast.show(
              getTranslation("admin.jobs.cancelled", job.task()),
              () -> {
                jobs.restore(admin, job.task(), job.subject(), nextRun);
                changed.run();
              });
      case CancelResult.TooLate _ -> Toast.problem(getTranslation("admin.jobs.too-late"));
    }
    changed.run();
  }
}
