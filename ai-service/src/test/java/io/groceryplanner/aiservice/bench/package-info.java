/** Measures the packaged services from outside: see {@code ./planner bench} and {@code soak}. */
@NullMarked
package io.groceryplanner.aiservice.bench;

import org.jspecify.annotations.NullMarked;
