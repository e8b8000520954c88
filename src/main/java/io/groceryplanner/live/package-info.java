/** Notices of change from the database to open screens. */
@ApplicationModule(allowedDependencies = {"base"})
@NullMarked
package io.groceryplanner.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
