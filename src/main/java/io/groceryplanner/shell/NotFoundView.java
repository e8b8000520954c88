package io.groceryplanner.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.groceryplanner.base.ui.LonePage;
import jakarta.servlet.http.HttpServletResponse;

/** There is nothing at this address, or nothing of this household's. */
@AnonymousAllowed
class NotFoundView extends LonePage
    implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    card().removeAll();
    card()
        .add(
            ErrorCard.of(
                "shell.not-found.title",
                "shell.not-found.text",
                ErrorCard.actions(ErrorCard.toStart())));
    return HttpServletResponse.SC_NOT_FOUND;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("shell.not-found.title");
  }
}
