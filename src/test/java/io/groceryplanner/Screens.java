package io.groceryplanner;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import io.groceryplanner.household.SignUp;
import io.groceryplanner.household.SignUp.HouseholdDraft;
import io.groceryplanner.household.SignUp.SignUpResult.SignedUp;
import io.groceryplanner.security.Users;
import io.groceryplanner.security.Users.UserDraft;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.util.ClassUtils;

/** Our screens as one person sees them, without a browser. */
public final class Screens {

  public static final String PASSWORD = "a quiet kitchen";

  private static final String ADMIN = "admin@example.org";

  private static final Routes ROUTES = new Routes(annotatedWith(Route.class), errorPages(), true);

  private Screens() {}

  /** Karibu's own search sees public classes only, and our screens are not public. */
  @SuppressWarnings("unchecked")
  private static Set<Class<? extends Component>> annotatedWith(Class<? extends Annotation> type) {
    var search = new ClassPathScanningCandidateComponentProvider(false);
    search.addIncludeFilter(new AnnotationTypeFilter(type));
    return (Set<Class<? extends Component>>) (Set<?>) found(search);
  }

  @SuppressWarnings("unchecked")
  private static Set<Class<? extends HasErrorParameter<?>>> errorPages() {
    var search = new ClassPathScanningCandidateComponentProvider(false);
    search.addIncludeFilter(new AssignableTypeFilter(HasErrorParameter.class));
    return (Set<Class<? extends HasErrorParameter<?>>>) (Set<?>) found(search);
  }

  private static Set<Class<?>> found(ClassPathScanningCandidateComponentProvider search) {
    return search.findCandidateComponents("io.groceryplanner").stream()
        .map(candidate ->
            ClassUtils.resolveClassName(Objects.requireNonNull(candidate.getBeanClassName()), null))
        .collect(Collectors.toSet());
  }

  /** Nobody is signed in. */
  public static void open(ApplicationContext context) {
    MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, context, UI::new));
  }

  /** This person is signed in. */
  public static void openAs(ApplicationContext context, String email) {
    var user = context.getBean(Users.class).loadUserByUsername(email);
    var token =
        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
    open(context);
    SecurityContextHolder.getContext().setAuthentication(token);
    var request = (FakeRequest) VaadinServletRequest.getCurrent().getRequest();
    request.setUserPrincipalInt(token);
    request.setUserInRole(
        (_, role) -> user.getAuthorities().contains(new SimpleGrantedAuthority("ROLE_" + role)));
  }

  /** After each test. */
  public static void close() {
    MockVaadin.tearDown();
    SecurityContextHolder.clearContext();
  }

  /** An e-mail address nobody has. */
  public static String newEmail() {
    return UUID.randomUUID() + "@example.org";
  }

  /** A household of one, whose owner signs in with this e-mail and {@link #PASSWORD}. */
  public static SignedUp found(ApplicationContext context, String email) {
    return (SignedUp)
        context
            .getBean(SignUp.class)
            .signUp(
                new UserDraft("Mara Weiß", email, PASSWORD),
                new HouseholdDraft("Weiß", "EUR", "Europe/Berlin"),
                Locale.ENGLISH);
  }

  /** Follows a link within the application, query and all. */
  public static void go(String address) {
    var location = new Location(address);
    UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
  }

  /**
   * What the browser tells of something that happened to a component, by the very message it posts.
   */
  public static void tell(Component target, String event) throws Exception {
    var ui = UI.getCurrent();
    var message =
        """
        {"csrfToken": "%s", "syncId": %d, "clientId": %d,
         "rpc": [{"type": "event", "node": %d, "event": "%s", "data": {}}]}
        """
            .formatted(
                ui.getCsrfToken(),
                ui.getInternals().getServerSyncId(),
                ui.getInternals().getLastProcessedClientToServerId() + 1,
                target.getElement().getNode().getId(),
                event);
    new ServerRpcHandler().handleRpc(ui, message, VaadinRequest.getCurrent());
  }

  /** The e-mail of somebody who looks after the installation, with a household like anybody. */
  public static String admin(ApplicationContext context) {
    try {
      context.getBean(Users.class).loadUserByUsername(ADMIN);
    } catch (UsernameNotFoundException e) {
      found(context, ADMIN);
    }
    return ADMIN;
  }

  /** Whether the browser was just sent to this address with a page load of its own. */
  public static boolean leftFor(String address) {
    return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
        .map(PendingJavaScriptInvocation::getInvocation)
        .anyMatch(script ->
            script.getExpression().contains("window.open")
                && script.getParameters().contains(address));
  }
}
