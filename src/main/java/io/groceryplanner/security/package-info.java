/** Sign-in, users, API tokens and rate limits. */
@ApplicationModule(allowedDependencies = {"base", "ops"})
@NullMarked
package io.groceryplanner.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
