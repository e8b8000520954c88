/**
 * What is known of groceries and household goods: tables, and how a name is found in them. Plain
 * Java, built into both services.
 */
@NullMarked
package io.groceryplanner.catalogue;

import org.jspecify.annotations.NullMarked;
