/** Receipts that are forwarded by e-mail. */
@NullMarked
package io.groceryplanner.receipts.mail;

import org.jspecify.annotations.NullMarked;
