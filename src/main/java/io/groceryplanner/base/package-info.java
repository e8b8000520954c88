/** The kernel every module shares: typed ids, money, quantities, paging and the clock. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.groceryplanner.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
