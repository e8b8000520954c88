package io.groceryplanner.infra;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The rules of arm-ttk for parameter files, under its names, written anew. */
final class ParameterFileRules {

  static final List<Rule<JsonNode>> ALL =
      List.of(
          new Rule<>(
              "DeploymentParameters-Should-Have-Schema",
              file ->
                  file.path("$schema")
                          .asString("")
                          .equals(
                              "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#")
                      ? List.of()
                      : List.of("the schema is " + file.path("$schema"))),
          new Rule<>(
              "DeploymentParameters-Should-Have-ContentVersion",
              file ->
                  file.path("contentVersion").asString("").matches("\\d+(\\.\\d+){3}")
                      ? List.of()
                      : List.of("the version is " + file.path("contentVersion"))),
          new Rule<>(
              "DeploymentParameters-Should-Have-Parameters",
              file -> file.path("parameters").isObject() ? List.of() : List.of("there are none")),
          new Rule<>(
              "DeploymentParameters-Should-Have-Value",
              file ->
                  file.path("parameters")
                      .propertyStream()
                      .filter(entry ->
                          !entry.getValue().has("value") && !entry.getValue().has("reference"))
                      .map(Map.Entry::getKey)
                      .toList()));

  private ParameterFileRules() {}
}
