/** A household to look around in, for newcomers; switched on by {@code PLANNER_DEMO}. */
@ApplicationModule(allowedDependencies = {"base", "security", "household", "receipts", "live"})
@NullMarked
package io.groceryplanner.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
