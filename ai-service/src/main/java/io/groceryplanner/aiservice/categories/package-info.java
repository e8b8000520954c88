/**
 * Sorts names of groceries into the caller's labels: by what is known of them, else by likeness.
 */
@NullMarked
package io.groceryplanner.aiservice.categories;

import org.jspecify.annotations.NullMarked;
