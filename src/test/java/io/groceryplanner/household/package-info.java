@NullMarked
package io.groceryplanner.household;

import org.jspecify.annotations.NullMarked;
