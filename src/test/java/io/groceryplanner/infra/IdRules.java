package io.groceryplanner.infra;

import io.groceryplanner.infra.arm.Expression;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Ids, addresses and versions. */
final class IdRules {

  /** Versions are judged as of this day, so that a build does not turn red by waiting. */
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

  private static final int OLDEST_DAYS = 730;

  /** Old ones that nothing newer has replaced; the preview is the only version there is. */
  private static final Set<String> NEWEST_OF_ITS_TYPE =
      Set.of(
          "Microsoft.Authorization/roleAssignments 2022-04-01",
          "Microsoft.Authorization/locks 2020-05-01",
          "Microsoft.Insights/diagnosticSettings 2021-05-01-preview");

  private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-preview)?");
  private static final Pattern CLOUD_HOST =
      Pattern.compile(
          "(management\\.azure|core\\.windows|database\\.windows|vault\\.azure|postgres\\.database\\.azure"
              + "|azurecr|azurecontainerapps|login\\.microsoftonline|openai\\.azure)\\.(com|net|io)");
  private static final Set<String> NO_RESOURCE_IDS =
      Set.of("appId", "clientId", "keyId", "objectId", "subscriptionId", "tenantId");
  private static final Set<String> MAKES_IDS =
      Set.of(
          "extensionresourceid",
          "resourceid",
          "subscriptionresourceid",
          "tenantresourceid",
          "if",
          "parameters",
          "reference",
          "variables",
          "subscription",
          "guid");

  private IdRules() {}

  static List<String> versions(JsonNode template) {
    return TemplateWalk.resources(template)
        .filter(found ->
            isOld(
                found.value().path("type").asString(""),
                found.value().path("apiVersion").asString("")))
        .map(found -> found.path() + " uses " + found.value().path("apiVersion"))
        .toList();
  }

  private static boolean isOld(String type, String version) {
    if (!VERSION.matcher(version).matches()) {
      return true;
    }
    var day = LocalDate.parse(version.substring(0, 10));
    return (ChronoUnit.DAYS.between(day, AS_OF) > OLDEST_DAYS || version.endsWith("-preview"))
        && !NEWEST_OF_ITS_TYPE.contains(baseType(type) + " " + version)
        && !NEWEST_OF_ITS_TYPE.contains(type + " " + version);
  }

  /** Parts are of the version of the whole. */
  private static String baseType(String type) {
    var parts = type.split("/");
    return parts.length > 2 ? parts[0] + "/" + parts[1] : type;
  }

  static List<String> references(JsonNode template) {
    return TemplateWalk.calls(
        template,
        Stream.of("reference"),
        (_, call) -> {
          var type =
              call.arguments()
                  .getFirst()
                  .calls("resourceid")
                  .findFirst()
                  .map(IdRules::type)
                  .orElse("");
          return call.arguments().size() < 2
              || !(call.arguments().get(1) instanceof Expression.Literal version)
              || isOld(type, version.value().asString(""));
        });
  }

  private static String type(Expression.Call resourceId) {
    return resourceId.arguments().getFirst() instanceof Expression.Literal literal
        ? literal.value().asString("")
        : "";
  }

  static List<String> ids(JsonNode template) {
    return Found.in(template.path("resources"))
        .filter(found -> found.isText() && found.key().toLowerCase(Locale.ROOT).endsWith("id"))
        .filter(found -> !NO_RESOURCE_IDS.contains(found.key()) && !found.isUnder("tags"))
        .filter(found -> found.expression().filter(IdRules::makesAnId).isEmpty())
        .map(found -> found.path() + " is not made by resourceId()")
        .toList();
  }

  private static boolean makesAnId(Expression expression) {
    return switch (expression) {
      case Expression.Call call -> MAKES_IDS.contains(call.function());
      case Expression.Member member -> makesAnId(member.of());
      case Expression.Element element -> makesAnId(element.of());
      case Expression.Literal _ -> false;
    };
  }

  static List<String> hosts(JsonNode template) {
    return Found.in(template)
        .filter(found ->
            found.isText()
                && !Set.of("description", "$schema").contains(found.key())
                && CLOUD_HOST.matcher(found.text()).find())
        .map(found -> found.path() + " names a host of one cloud")
        .toList();
  }

  static List<String> addresses(JsonNode template) {
    return Found.in(template.path("resources"))
        .filter(found -> found.key().matches("(?i).*ur[il]$"))
        .filter(found ->
            found
                .expression()
                .filter(expression ->
                    !(expression instanceof Expression.Call call && call.function().equals("uri")))
                .filter(expression ->
                    expression.calls("format").findAny().isPresent()
                        || expression.calls("concat").findAny().isPresent())
                .isPresent())
        .map(found -> found.path() + " is put together without uri()")
        .toList();
  }

  static List<String> ambiguous(JsonNode template) {
    return TemplateWalk.calls(
        template,
        Stream.of("resourceid", "subscriptionresourceid"),
        (_, call) ->
            !type(call).isEmpty() && type(call).split("/", -1).length != call.arguments().size());
  }
}
