@NullMarked
package io.groceryplanner.security.ui;

import org.jspecify.annotations.NullMarked;
