/** REST of health. */
@NullMarked
package io.groceryplanner.ops.api;

import org.jspecify.annotations.NullMarked;
