/**
 * How a service tells what it does: spans, metrics and logs, to wherever the environment says.
 * Built into both services.
 */
@NullMarked
package io.groceryplanner.telemetry;

import org.jspecify.annotations.NullMarked;
