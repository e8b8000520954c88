@NullMarked
package io.groceryplanner.ops.ui;

import org.jspecify.annotations.NullMarked;
