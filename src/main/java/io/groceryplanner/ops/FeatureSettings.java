package io.groceryplanner.ops;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How the switches stand until an admin changes them: from the environment. */
@ConfigurationProperties("planner.features")
record FeatureSettings(
    @DefaultValue("true") boolean receiptProcessing,
    @DefaultValue("true") boolean aiCategorization,
    @DefaultValue("true") boolean semanticSearch) {}
