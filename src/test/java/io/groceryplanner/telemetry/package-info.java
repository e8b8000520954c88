/** What both services tell of themselves, as a collector gets it. */
@NullMarked
package io.groceryplanner.telemetry;

import org.jspecify.annotations.NullMarked;
