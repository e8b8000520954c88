@NullMarked
package io.groceryplanner.receipts.mail;

import org.jspecify.annotations.NullMarked;
