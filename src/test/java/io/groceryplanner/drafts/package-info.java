@NullMarked
package io.groceryplanner.drafts;

import org.jspecify.annotations.NullMarked;
