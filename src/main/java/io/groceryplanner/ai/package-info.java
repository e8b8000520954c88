/** The client of ai-service behind its circuit breaker. */
@ApplicationModule(allowedDependencies = {"base", "ops"})
@NullMarked
package io.groceryplanner.ai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
