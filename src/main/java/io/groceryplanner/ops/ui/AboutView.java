package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.CurrentPerson;
import io.groceryplanner.base.ui.AdminArea;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.DataTable;
import io.groceryplanner.base.ui.Facts;
import io.groceryplanner.base.ui.Moment;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.ops.Installation;
import io.groceryplanner.ops.Installation.Setting;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.ZoneId;

/** What is installed and how it is set up; of a secret only whether it is set. */
@Route(AboutView.PATH)
@Menu(order = 260, title = "admin.about.title", icon = "info")
@RolesAllowed(AdminArea.ROLE)
class AboutView extends Div implements HasDynamicTitle {

  static final String PATH = AdminArea.PREFIX + "about";

  AboutView(Installation installation, CurrentPerson person) {
    addClassName("stack");
    var settings =
        new DataTable<Setting>(getTranslation("admin.about.settings"), Setting::name)
            .column(getTranslation("admin.about.setting"), AboutView::name)
            .column(getTranslation("admin.about.value"), this::value)
            .text(getTranslation("admin.about.source"), this::source);
    settings.show(installation.settings());
    var columns =
        new Div(
            new Card(
                Card.head(getTranslation("admin.about.build")),
                build(installation.build(), person.timeZone())),
            new Card(
                Card.head(getTranslation("admin.about.database")),
                database(installation.database())));
    columns.addClassName("columns");
    add(
        new PageHeader(getTranslation("admin.about.title"), getTranslation("admin.about.subtitle")),
        columns,
        new Card(Card.head(getTranslation("admin.about.settings")), settings).flush());
  }

  private Facts build(Installation.Build build, ZoneId zone) {
    var unknown = getTranslation("admin.about.unknown");
    return new Facts()
        .fact(getTranslation("admin.about.version"), build.version().orElse(unknown))
        .fact(getTranslation("admin.about.commit"), build.commit().orElse(unknown))
        .fact(
            getTranslation("admin.about.committed-at"),
            build
                .committedAt()
                .<Component>map(at -> new Moment(at, zone))
                .orElseGet(() -> new Span(unknown)))
        .fact(getTranslation("admin.about.java"), build.java())
        .fact(getTranslation("admin.about.up-for"), words(build.upFor()));
  }

  private String words(Duration time) {
    return getTranslation(
        "admin.about.duration", time.toDays(), time.toHoursPart(), time.toMinutesPart());
  }

  private Facts database(Installation.Database database) {
    var vectors =
        database
            .vectors()
            .map(version -> getTranslation("admin.about.vectors-on", version))
            .orElseGet(() ->
                getTranslation(
                    database.vectorsAvailable()
                        ? "admin.about.vectors-off"
                        : "admin.about.vectors-none"));
    return new Facts()
        .fact(getTranslation("admin.about.postgresql"), database.version())
        .fact(getTranslation("admin.about.vectors"), vectors);
  }

  private String source(Setting setting) {
    return setting
        .source()
        .map(source ->
            source.equals(Installation.ENVIRONMENT)
                ? getTranslation("admin.about.environment")
                : source)
        .orElseGet(() -> getTranslation("admin.about.default"));
  }

  private static Component name(Setting setting) {
    var name = new Span(setting.name());
    name.addClassName("code");
    return name;
  }

  private Component value(Setting setting) {
    var key = setting.isSet() ? "admin.about.set" : "admin.about.not-set";
    var value = new Span(setting.value().orElseGet(() -> getTranslation(key)));
    value.addClassName(setting.isSet() ? "ids" : "hint");
    return value;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("admin.about.title");
  }
}
