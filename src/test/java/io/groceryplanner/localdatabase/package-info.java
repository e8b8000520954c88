@NullMarked
package io.groceryplanner.localdatabase;

import org.jspecify.annotations.NullMarked;
