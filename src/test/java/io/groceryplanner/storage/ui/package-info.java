@NullMarked
package io.groceryplanner.storage.ui;

import org.jspecify.annotations.NullMarked;
