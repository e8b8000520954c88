/** The newcomer's own PostgreSQL, for when no database server is named. */
@NullMarked
package io.groceryplanner.localdatabase;

import org.jspecify.annotations.NullMarked;
