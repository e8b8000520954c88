/** Screens of the pantry. */
@NullMarked
package io.groceryplanner.inventory.ui;

import org.jspecify.annotations.NullMarked;
