/** Tests of the whole application. */
@NullMarked
package io.groceryplanner;

import org.jspecify.annotations.NullMarked;
