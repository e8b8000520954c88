@NullMarked
package io.groceryplanner.ai;

import org.jspecify.annotations.NullMarked;
