package io.groceryplanner.shell;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * What is told of requests to screens: what Vaadin calls the kind of request in place of their one
 * address. Files that lie still, signs of life and the open socket of the push, which lasts for
 * hours, are not told.
 */
@Component
class RequestSpans extends DefaultServerRequestObservationConvention
    implements ObservationPredicate {

  private static final List<String> FILES =
      List.of("/VAADIN/", "/styles/", "/icons/", "/modules/", "/themes/", "/lumo/", "/aura/");
  private static final List<String> FILE_ENDINGS =
      List.of(".css", ".js", ".svg", ".png", ".ico", ".woff2", ".webmanifest");

  /** Vaadin's parameter for what kind of request this is. */
  private static final String KIND = "v-r";

  private static final Set<String> KINDS = Set.of("init", "uidl");
  private static final Set<String> SIGNS_OF_LIFE = Set.of("push", "heartbeat");

  @Override
  public boolean test(String name, Observation.Context context) {
    if (!(context instanceof ServerRequestObservationContext request)) {
      return true;
    }
    var path = Objects.requireNonNull(request.getCarrier()).getRequestURI();
    return FILES.stream().noneMatch(path::startsWith)
        && (path.startsWith("/api/") || FILE_ENDINGS.stream().noneMatch(path::endsWith))
        && !SIGNS_OF_LIFE.contains(String.valueOf(kind(request)));
  }

  @Override
  public @Nullable String getContextualName(ServerRequestObservationContext context) {
    var kind = kind(context);
    return kind != null && KINDS.contains(kind)
        ? "screen " + kind
        : super.getContextualName(context);
  }

  /** An address may hold anything; its pattern is in the name. */
  @Override
  public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
    return KeyValues.empty();
  }

  @Override
  protected KeyValue uri(ServerRequestObservationContext context) {
    var kind = kind(context);
    return kind != null && KINDS.contains(kind)
        ? KeyValue.of("uri", "screen " + kind)
        : super.uri(context);
  }

  /** From the query alone: asking for a parameter might read the body that somebody else needs. */
  private static @Nullable String kind(ServerRequestObservationContext context) {
    var query = Objects.requireNonNull(context.getCarrier()).getQueryString();
    if (query == null) {
      return null;
    }
    for (var pair : query.split("&")) {
      if (pair.startsWith(KIND + "=")) {
        return pair.substring(KIND.length() + 1);
      }
    }
    return null;
  }
}
