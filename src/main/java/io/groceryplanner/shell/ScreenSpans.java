package io.groceryplanner.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.nodefeature.ComponentMapping;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.RpcInvocationEvent;
import com.vaadin.flow.server.communication.RpcInvocationListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What people do on screens, by the name of the view and of what they touched: everything a screen
 * asks for goes to one address, which tells nothing. Spans {@code view PantryView} and {@code
 * PantryView Button click}, and a timer {@code grocery_planner.view.duration} of both kinds.
 *
 * <p>Names are those of our classes and of events; no id, no address and nothing that was typed.
 */
@Component
class ScreenSpans implements VaadinServiceInitListener, VaadinRequestInterceptor {

  private static final String DURATION = "grocery_planner.view.duration";
  private static final String NO_VIEW = "none";
  private static final Set<String> NAMED = Set.of("event", "publishedEventHandler");
  private static final String EVENT_NAME = "[a-zA-Z-]{1,40}";

  /** What is under way on this thread; a request works on one thread from beginning to end. */
  private static final ThreadLocal<Deque<Observation.Scope>> UNDER_WAY =
      ThreadLocal.withInitial(ArrayDeque::new);

  private final transient ObservationRegistry observations;

  ScreenSpans(ObservationRegistry observations) {
    this.observations = observations;
  }

  @Override
  public void serviceInit(ServiceInitEvent init) {
    init.addVaadinRequestInterceptor(this);
    init.getSource().addRpcInvocationListener(new Listeners());
    init.getSource()
        .addUIInitListener(opened -> {
          var ui = opened.getUI();
          ui.addBeforeEnterListener(entering -> {
            // One that was sent on elsewhere ends here.
            endAbove(Kind.NAVIGATION);
            var view = entering.getNavigationTarget().getSimpleName();
            begin(Kind.NAVIGATION, view, "view " + view);
          });
          ui.addAfterNavigationListener(_ -> endAbove(Kind.NAVIGATION));
        });
  }

  private enum Kind {
    NAVIGATION,
    EVENT;

    String word() {
      return this == NAVIGATION ? "navigation" : "event";
    }
  }

  private void begin(Kind kind, String view, String name) {
    var observation =
        Observation.createNotStarted(DURATION, observations)
            .contextualName(name)
            .lowCardinalityKeyValue("view", view)
            .lowCardinalityKeyValue("kind", kind.word());
    observation.getContext().put(Kind.class, kind);
    observation.start();
    UNDER_WAY.get().push(observation.openScope());
  }

  /** Ends what is innermost, if it is of this kind. */
  private static void endAbove(Kind kind) {
    var innermost = UNDER_WAY.get().peek();
    if (innermost != null
        && innermost.getCurrentObservation().getContext().get(Kind.class) == kind) {
      end();
    }
  }

  private static void end() {
    var scope = UNDER_WAY.get().pop();
    scope.close();
    scope.getCurrentObservation().stop();
  }

  private static String viewOf(UI ui) {
    var shown = ui.getInternals().getActiveRouterTargetsChain();
    return shown.isEmpty() ? NO_VIEW : shown.getFirst().getClass().getSimpleName();
  }

  /** The component that an event is about, or the one that holds the element it is about. */
  private static String touched(RpcInvocationEvent invocation) {
    var node = invocation.getUI().getInternals().getStateTree().getNodeById(invocation.getNodeId());
    for (; node != null; node = node.getParent()) {
      if (node.hasFeature(ComponentMapping.class)) {
        var component = node.getFeature(ComponentMapping.class).getComponent();
        if (component.isPresent()) {
          return component.get().getClass().getSimpleName();
        }
      }
    }
    return "page";
  }

  private static String event(RpcInvocationEvent invocation) {
    var name = String.valueOf(invocation.getName());
    return NAMED.contains(invocation.getType()) && name.matches(EVENT_NAME)
        ? name
        : invocation.getType();
  }

  private final class Listeners implements RpcInvocationListener {

    private static final long serialVersionUID = 1;

    @Override
    public void invocationStarted(RpcInvocationEvent invocation) {
      var view = viewOf(invocation.getUI());
      begin(Kind.EVENT, view, view + " " + touched(invocation) + " " + event(invocation));
    }

    @Override
    public void invocationFailed(RpcInvocationEvent invocation, Throwable failure) {
      var innermost = UNDER_WAY.get().peek();
      if (innermost != null) {
        innermost.getCurrentObservation().error(failure);
      }
    }

    @Override
    public void invocationEnded(RpcInvocationEvent invocation) {
      // A navigation within it that came to no end ends with it.
      endAbove(Kind.NAVIGATION);
      endAbove(Kind.EVENT);
    }
  }

  @Override
  public void requestStart(VaadinRequest request, VaadinResponse response) {}

  @Override
  public void handleException(
      VaadinRequest request, VaadinResponse response, VaadinSession session, Exception failure) {
    UNDER_WAY.get().forEach(scope -> scope.getCurrentObservation().error(failure));
  }

  @Override
  public void requestEnd(VaadinRequest request, VaadinResponse response, VaadinSession session) {
    while (!UNDER_WAY.get().isEmpty()) {
      end();
    }
    UNDER_WAY.remove();
  }
}
