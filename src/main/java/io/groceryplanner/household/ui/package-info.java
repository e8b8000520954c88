/** Screens of sign-up and the household. */
@NullMarked
package io.groceryplanner.household.ui;

import org.jspecify.annotations.NullMarked;
