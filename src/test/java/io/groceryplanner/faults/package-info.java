/** Faults of the network between the application and what it relies on, for tests. */
@NullMarked
package io.groceryplanner.faults;

import org.jspecify.annotations.NullMarked;
