/** The main layout, navigation and error pages. */
@ApplicationModule(allowedDependencies = {"base", "security", "household", "ops"})
@NullMarked
package io.groceryplanner.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
