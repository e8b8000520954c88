package io.groceryplanner.infra;

import static io.groceryplanner.infra.Delivery.container;
import static io.groceryplanner.infra.Delivery.env;
import static io.groceryplanner.infra.Delivery.initContainer;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How what runs is started, named and ended. */
final class LifetimeRules {

  /** Azure: a letter, then small letters, digits and single dashes; 54 with the app's name. */
  private static final Pattern REVISION = Pattern.compile("[a-z0-9-]+--[a-z](?:-?[a-z0-9])*");

  static final int LONGEST_REVISION = 54;

  static final List<Rule<Delivery>> ALL =
      List.of(
          new Rule<>("every program runs in a profile that is there", LifetimeRules::profiles),
          new Rule<>("a revision has a name that Azure takes", LifetimeRules::revisions),
          new Rule<>("who stops is given the time that stopping takes", LifetimeRules::stops));

  private LifetimeRules() {}

  private static List<String> profiles(Delivery delivery) {
    return Stream.concat(
            Stream.of(
                    container(delivery.web()),
                    initContainer(delivery.web()),
                    container(delivery.migration()))
                .map(program -> env(program, "SPRING_PROFILES_ACTIVE"))
                .filter(profile -> !Repository.WEB.hasProfile(profile)),
            Stream.of(env(container(delivery.ai()), "SPRING_PROFILES_ACTIVE"))
                .filter(profile -> !Repository.AI.hasProfile(profile)))
        .map(profile -> "there is no profile '" + profile + "'")
        .toList();
  }

  private static List<String> revisions(Delivery delivery) {
    return Stream.of(delivery.web(), delivery.ai())
        .map(app -> app.name() + "--" + app.at("/properties/template/revisionSuffix").asString(""))
        .filter(name -> !REVISION.matcher(name).matches() || name.length() > LONGEST_REVISION)
        .map(name -> name + " is none")
        .toList();
  }

  private static List<String> stops(Delivery delivery) {
    return Stream.of(
            Map.entry(delivery.web(), Repository.WEB), Map.entry(delivery.ai(), Repository.AI))
        .filter(app ->
            app.getKey().at("/properties/template/terminationGracePeriodSeconds").asInt(0)
                <= app.getValue().longestStop())
        .map(app -> "%s may take %d s".formatted(app.getKey().name(), app.getValue().longestStop()))
        .toList();
  }
}
