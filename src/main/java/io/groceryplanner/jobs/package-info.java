/**
 * Set-up of durable background work: retries, waiting, metrics and traces. No business job lives
 * here.
 */
@ApplicationModule(allowedDependencies = {"base", "security", "ops"})
@NullMarked
package io.groceryplanner.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
