/** Half-typed forms, kept on the server until they are saved. */
@ApplicationModule(allowedDependencies = {"base", "household"})
@NullMarked
package io.groceryplanner.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
