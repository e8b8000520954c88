/** Receipts on their way from photo to stock: intake, pipeline, review, prices paid. */
@ApplicationModule(
    allowedDependencies = {
      "base",
      "security",
      "household",
      "storage",
      "ai",
      "ops",
      "ops :: ui",
      "jobs",
      "live",
      "drafts",
      "catalogue",
      "inventory"
    })
@NullMarked
package io.groceryplanner.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
