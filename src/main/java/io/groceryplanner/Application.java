package io.groceryplanner;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The web application: its screens, its REST paths and the jobs in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/tokens.css")
@StyleSheet("styles/aura.css")
@StyleSheet("styles/base.css")
@StyleSheet("styles/icons.css")
@StyleSheet("styles/pictograms.css")
@StyleSheet("styles/components.css")
@StyleSheet("styles/states.css")
@StyleSheet("styles/shell.css")
@StyleSheet("styles/receipts.css")
@StyleSheet("styles/pantry.css")
@StyleSheet("styles/admin.css")
public class Application implements AppShellConfigurator {

  public static void main(String[] args) throws InterruptedException {
    if (List.of(args).contains(Migration.OPTION)) {
      System.exit(Migration.run(args));
    }
    if (args.length == 2 && args[0].equals(Look.OPTION)) {
      System.exit(Look.run(args[1]));
    }
    SpringApplication.run(Application.class, args);
  }

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setPageTitle("Grocery Planner");
    settings.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
    settings.addFavIcon("icon", "/icons/planner.svg", "any");
  }
}
