@NullMarked
package io.groceryplanner.security;

import org.jspecify.annotations.NullMarked;
