/** Where files live: a local folder or a blob store. */
@ApplicationModule(allowedDependencies = {"base", "security", "ops", "jobs"})
@NullMarked
package io.groceryplanner.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
