@NullMarked
package io.groceryplanner.inventory;

import org.jspecify.annotations.NullMarked;
