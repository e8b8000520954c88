/** What every feature stands on: where files lie, how errors are answered, how health is told. */
@NullMarked
package io.groceryplanner.aiservice.base;

import org.jspecify.annotations.NullMarked;
