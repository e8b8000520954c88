/** Generator of the synthetic grocery receipts under {@code samples/}. */
@NullMarked
package io.groceryplanner.aiservice.samples;

import org.jspecify.annotations.NullMarked;
