/** Items, categories, locations and stock entries of a household. */
@ApplicationModule(
    allowedDependencies = {
      "base",
      "security",
      "ops",
      "household",
      "ai",
      "jobs",
      "live",
      "catalogue"
    })
@NullMarked
package io.groceryplanner.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
