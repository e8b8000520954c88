/** Where files live: a local folder or a blob store. */
@ApplicationModule(allowedDependencies = {"base", "ops"})
@NullMarked
package io.groceryplanner.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
