@NullMarked
package io.groceryplanner.storage;

import org.jspecify.annotations.NullMarked;
