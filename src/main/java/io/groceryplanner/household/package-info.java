/** Households, members, the current household and the tenancy guard. */
@ApplicationModule(allowedDependencies = {"base", "security"})
@NullMarked
package io.groceryplanner.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
