/** A run for the virtual machine's cache of what a start needs. */
@NullMarked
package io.groceryplanner.aiservice.rehearsal;

import org.jspecify.annotations.NullMarked;
