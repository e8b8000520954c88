@NullMarked
package io.groceryplanner.backup;

import org.jspecify.annotations.NullMarked;
