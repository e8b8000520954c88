/** REST of tokens. */
@NullMarked
package io.groceryplanner.security.api;

import org.jspecify.annotations.NullMarked;
