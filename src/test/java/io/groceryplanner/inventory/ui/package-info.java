@NullMarked
package io.groceryplanner.inventory.ui;

import org.jspecify.annotations.NullMarked;
