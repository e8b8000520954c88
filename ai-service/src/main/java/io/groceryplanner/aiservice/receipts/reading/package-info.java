/** Reads words with boxes and confidences from a picture, by Tesseract, in a bounded pool. */
@NullMarked
package io.groceryplanner.aiservice.receipts.reading;

import org.jspecify.annotations.NullMarked;
