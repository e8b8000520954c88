/** Degradations, health and the names of metrics. */
@ApplicationModule(allowedDependencies = {"base"})
@NullMarked
package io.groceryplanner.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
