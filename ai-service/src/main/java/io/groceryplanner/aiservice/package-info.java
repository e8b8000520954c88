/** The stateless second service: reads receipts, sorts groceries, embeds texts. */
@NullMarked
package io.groceryplanner.aiservice;

import org.jspecify.annotations.NullMarked;
