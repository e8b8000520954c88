package io.groceryplanner.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.groceryplanner.base.ui.LonePage;
import jakarta.servlet.http.HttpServletResponse;

/** The place exists, but it is not this person's to open. */
@AnonymousAllowed
class NoAccessView extends LonePage
    implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
    card().removeAll();
    card()
        .add(
            ErrorCard.of(
                "shell.no-access.title",
                "shell.no-access.text",
                ErrorCard.actions(ErrorCard.toStart())));
    return HttpServletResponse.SC_FORBIDDEN;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("shell.no-access.title");
  }
}
