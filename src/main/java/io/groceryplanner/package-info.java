/** Grocery Planner's web application. */
@NullMarked
package io.groceryplanner;

import org.jspecify.annotations.NullMarked;
