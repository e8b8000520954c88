package io.groceryplanner.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.groceryplanner.base.FaultNumber;
import io.groceryplanner.base.Outage;
import io.groceryplanner.base.ui.LonePage;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not open: a defect with a number to quote, or an outage that passes. */
@AnonymousAllowed
class UnexpectedErrorView extends LonePage
    implements HasErrorParameter<Exception>, HasDynamicTitle {

  private static final Logger log = LoggerFactory.getLogger(UnexpectedErrorView.class);
  private static final int LOOK_AGAIN_SECONDS = 8;

  private boolean returnsByItself;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    var failure = parameter.getCaughtException();
    var number = FaultNumber.next();
    returnsByItself = Outage.isBehind(failure);
    if (returnsByItself) {
      log.warn("Database away while opening a page, fault {}: {}", number, failure.toString());
      card().add(ErrorCard.of("shell.away.title", "shell.away.text", lookingAgain()));
      return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
    log.error("Page could not open, fault {}", number, failure);
    card()
        .add(
            ErrorCard.of(
                "shell.fault.title",
                "shell.fault.text",
                ErrorCard.actions(ErrorCard.again(), ErrorCard.toStart()),
                ErrorCard.quote(number)));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private Div lookingAgain() {
    var spinner = new Span();
    spinner.addClassName("spinner");
    spinner.getElement().setAttribute("aria-hidden", "true");
    var words = new Span(getTranslation("shell.away.again", LOOK_AGAIN_SECONDS));
    var line = new Div(spinner, words);
    line.addClassNames("inline", "small", "slate-ink");
    line.getElement().setAttribute("role", "status");
    return line;
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    if (returnsByItself) {
      attached
          .getUI()
          .getPage()
          .executeJs("setTimeout(() => location.reload(), $0)", LOOK_AGAIN_SECONDS * 1000);
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation(returnsByItself ? "shell.away.title" : "shell.fault.title");
  }
}
