/** Measures the service on folders of data, from the command line and without a web server. */
@NullMarked
package io.groceryplanner.aiservice.evaluation;

import org.jspecify.annotations.NullMarked;
