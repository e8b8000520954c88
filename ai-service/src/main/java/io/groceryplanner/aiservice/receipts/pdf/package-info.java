/** Takes PDFs apart: their text where they have one, else pictures of their pages. */
@NullMarked
package io.groceryplanner.aiservice.receipts.pdf;

import org.jspecify.annotations.NullMarked;
