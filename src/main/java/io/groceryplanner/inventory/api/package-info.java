/** REST of the inventory. */
@NullMarked
package io.groceryplanner.inventory.api;

import org.jspecify.annotations.NullMarked;
