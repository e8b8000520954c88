/** Components that every screen may use. */
@NullMarked
package io.groceryplanner.base.ui;

import org.jspecify.annotations.NullMarked;
