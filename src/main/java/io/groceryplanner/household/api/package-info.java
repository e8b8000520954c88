/** REST of sign-ups. */
@NullMarked
package io.groceryplanner.household.api;

import org.jspecify.annotations.NullMarked;
