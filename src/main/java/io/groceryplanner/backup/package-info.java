/** A whole installation of the newcomer's kind as one file, and back; a program of its own. */
@ApplicationModule(allowedDependencies = {"localdatabase"})
@NullMarked
package io.groceryplanner.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
