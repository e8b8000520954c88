package io.groceryplanner.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The one title of a screen, a line under it, and its actions with at most one primary. */
public class PageHeader extends Header {

  private final H1 title;
  private final Paragraph subtitle = new Paragraph();
  private final Div titles = new Div();

  public PageHeader(String title, String subtitle, Component... actions) {
    this.title = new H1(title);
    this.subtitle.addClassName("subtitle");
    titles.addClassName("titles");
    titles.add(this.title, this.subtitle);
    addClassName("page-header");
    add(titles);
    if (actions.length > 0) {
      var buttons = new Div(actions);
      buttons.addClassName("actions");
      add(buttons);
    }
    setSubtitle(subtitle);
  }

  public final void setTitle(String text) {
    title.setText(text);
  }

  /** An empty line takes no room. */
  public final void setSubtitle(String text) {
    subtitle.setText(text);
    subtitle.setVisible(!text.isEmpty());
  }

  /** A link above the title to the list this came from. */
  public PageHeader withBack(String path, String label) {
    var back = new Anchor(path, label);
    back.addClassName("back");
    titles.addComponentAsFirst(back);
    return this;
  }
}
