@NullMarked
package io.groceryplanner.ops;

import org.jspecify.annotations.NullMarked;
