package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.ops.DegradationHistory;
import io.groceryplanner.ops.DegradationHistory.Episode;
import io.groceryplanner.ops.Degradations.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What was away lately, of all replicas. */
class HistoryCard extends Card {

  private static final int SHOWN = 20;

  /** A replica says so every half minute while it lasts. */
  private static final Duration SILENT = Duration.ofMinutes(2);

  private final transient DegradationHistory history;
  private final transient Clock clock;
  private final ZoneId zone;
  private final Div found = new Div();

  HistoryCard(DegradationHistory history, Clock clock, ZoneId zone) {
    this.history = history;
    this.clock = clock;
    this.zone = zone;
    flush();
    add(head(getTranslation("ops.history.title")), found);
    LiveState.keep(this, List.of(history::subscribe), this::show);
  }

  private void show() {
    found.removeAll();
    List<Episode> episodes;
    try {
      episodes = history.list(SHOWN);
    } catch (DataAccessException | TransactionException e) {
      var away = new Paragraph(getTranslation("ops.history.away"));
      away.addClassNames("small", "muted", "inside");
      found.add(away);
      return;
    }
    if (episodes.isEmpty()) {
      found.add(
          new EmptyState(
              Symbol.CHECK,
              getTranslation("ops.history.empty.title"),
              getTranslation("ops.history.empty.text")));
      return;
    }
    var list = new UnorderedList();
    list.addClassName("list");
    episodes.forEach(episode -> list.add(row(episode)));
    found.add(list);
  }

  private ListItem row(Episode episode) {
    var text = new PartText(this, episode.part());
    var name = new Span(text.name());
    name.addClassName("name");
    var key = episode.kind() == Kind.WAKING ? "ops.history.woke" : "ops.history.replica";
    var second = new Paragraph(getTranslation(key, episode.replica()));
    second.addClassName("second");
    var what = new Div(name, second);
    what.addClassName("what");
    var times = new Span(times(episode));
    times.addClassNames("amount", "num");
    var row =
        new ListItem(
            new Icon(episode.kind() == Kind.WAKING ? Symbol.CLOCK : text.symbol()), what, times);
    row.addClassName("row");
    return row;
  }

  private String times(Episode episode) {
    var now = clock.instant();
    var since = ClockText.minute(episode.since(), now, zone, getLocale());
    if (episode.until().isPresent()) {
      return getTranslation(
          "ops.history.from-to", since, length(episode.since(), episode.until().get()));
    }
    return Duration.between(episode.seenAt(), now).compareTo(SILENT) > 0
        ? getTranslation("ops.history.ended-with", since, length(episode.since(), episode.seenAt()))
        : getTranslation("ops.history.lasts", since);
  }

  private String length(java.time.Instant from, java.time.Instant to) {
    var time = Duration.between(from, to);
    return time.toMinutes() == 0
        ? getTranslation("ops.history.seconds", Math.max(1, time.toSeconds()))
        : time.toHours() == 0
            ? getTranslation("ops.history.minutes", time.toMinutes())
            : getTranslation("ops.history.hours", time.toHours(), time.toMinutesPart());
  }
}
