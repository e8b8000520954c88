@NullMarked
package io.groceryplanner.jobs.ui;

import org.jspecify.annotations.NullMarked;
