/** Degradations, the features they affect, switches, health and the names of metrics. */
@ApplicationModule(allowedDependencies = {"base", "live"})
@NullMarked
package io.groceryplanner.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
