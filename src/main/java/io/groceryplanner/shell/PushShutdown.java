package io.groceryplanner.shell;

import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Objects;
import org.atmosphere.cpr.AtmosphereFramework;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/**
 * Lets push end in its turn. Atmosphere closes every connection in a shutdown hook of its own as
 * soon as the process is told to end, at the same time as {@link OpenScreens} says farewell on
 * them, and has no setting for it. Vaadin ends Atmosphere anyhow when the application context
 * closes.
 */
@Component
class PushShutdown {

  private final ServletContext servlets;

  PushShutdown(ServletContext servlets) {
    this.servlets = servlets;
  }

  @EventListener(ApplicationReadyEvent.class)
  void takeTheHookAway() {
    var field =
        Objects.requireNonNull(
            ReflectionUtils.findField(AtmosphereFramework.class, "shutdownHook", Thread.class));
    ReflectionUtils.makeAccessible(field);
    Collections.list(servlets.getAttributeNames()).stream()
        .map(servlets::getAttribute)
        .filter(AtmosphereFramework.class::isInstance)
        .map(framework -> ReflectionUtils.getField(field, framework))
        .filter(Thread.class::isInstance)
        .forEach(hook -> Runtime.getRuntime().removeShutdownHook((Thread) hook));
  }
}
