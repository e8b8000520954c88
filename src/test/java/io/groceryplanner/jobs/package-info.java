@NullMarked
package io.groceryplanner.jobs;

import org.jspecify.annotations.NullMarked;
