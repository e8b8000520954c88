/**
 * Takes in what was uploaded and makes it readable: an upright grey picture with an even
 * background.
 */
@NullMarked
package io.groceryplanner.aiservice.receipts.image;

import org.jspecify.annotations.NullMarked;
