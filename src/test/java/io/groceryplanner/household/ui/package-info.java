@NullMarked
package io.groceryplanner.household.ui;

import org.jspecify.annotations.NullMarked;
