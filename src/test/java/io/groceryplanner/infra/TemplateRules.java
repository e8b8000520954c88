package io.groceryplanner.infra;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The rules of arm-ttk for templates, under its names, written anew. Left out is what concerns
 * virtual machines, marketplace offers and linked templates, and the part of
 * Resources-Should-Not-Be-Ambiguous that asks for a group's name before every id: apps.json refers
 * to what main.json made in the same group.
 */
final class TemplateRules {

  static final List<Rule<JsonNode>> ALL =
      List.of(
          new Rule<>("DeploymentTemplate-Schema-Is-Correct", ShapeRules::schema),
          new Rule<>("Parameters-Must-Be-Referenced", t -> ShapeRules.unused(t, "parameters")),
          new Rule<>("Variables-Must-Be-Referenced", t -> ShapeRules.unused(t, "variables")),
          new Rule<>("apiVersions-Should-Be-Recent", IdRules::versions),
          new Rule<>("apiVersions-Should-Be-Recent-In-Reference-Functions", IdRules::references),
          new Rule<>("Location-Should-Not-Be-Hardcoded", ShapeRules::location),
          new Rule<>("Resources-Should-Have-Location", ShapeRules::everyLocation),
          new Rule<>("IDs-Should-Be-Derived-From-ResourceIDs", IdRules::ids),
          new Rule<>(
              "ResourceIds-should-not-contain",
              t ->
                  TemplateWalk.calls(
                      t,
                      Stream.of("resourceid", "subscriptionresourceid"),
                      (found, call) ->
                          Stream.of("resourcegroup", "subscription", "concat")
                              .flatMap(name -> call.arguments().getFirst().calls(name))
                              .findAny()
                              .isPresent())),
          new Rule<>(
              "DependsOn-Best-Practices",
              t ->
                  TemplateWalk.calls(
                      t, Stream.of("concat", "if"), (found, _) -> found.isUnder("dependsOn"))),
          new Rule<>("Outputs-Must-Not-Contain-Secrets", SecretRules::outputs),
          new Rule<>("Secure-String-Parameters-Cannot-Have-Default", SecretRules::secureDefaults),
          new Rule<>("Password-params-must-be-secure", SecretRules::passwords),
          new Rule<>(
              "adminUsername-Should-Not-Be-A-Literal",
              t -> SecretRules.literal(t, "admin(User|istrator)(name|Login)")),
          new Rule<>(
              "adminPassword-Should-Not-Be-A-Literal",
              t -> SecretRules.literal(t, "admin.*Password")),
          new Rule<>("Template-Should-Not-Contain-Blanks", ShapeRules::blanks),
          new Rule<>("Min-And-Max-Value-Are-Numbers", ShapeRules::limits),
          new Rule<>("DeploymentTemplate-Must-Not-Contain-Hardcoded-Uri", IdRules::hosts),
          new Rule<>("URIs-Should-Be-Properly-Constructed", IdRules::addresses),
          new Rule<>(
              "providers_apiVersions-Is-Not-Permitted",
              t -> TemplateWalk.calls(t, Stream.of("providers"), (_, _) -> true)),
          new Rule<>(
              "Dynamic-Variable-References-Should-Not-Use-Concat",
              t ->
                  TemplateWalk.calls(
                      t,
                      Stream.of("variables"),
                      (_, call) ->
                          call.arguments().getFirst().calls("concat").findAny().isPresent())),
          new Rule<>("Resources-Should-Not-Be-Ambiguous", IdRules::ambiguous),
          new Rule<>("Secure-Params-In-Nested-Deployments", SecretRules::nested),
          new Rule<>(
              "Deployment-Resources-Must-Not-Be-Debug",
              t ->
                  Found.in(t)
                      .filter(found -> found.key().equals("debugSetting"))
                      .map(found -> found.path() + " logs what is deployed")
                      .toList()));

  private TemplateRules() {}
}
