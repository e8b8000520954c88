/**
 * What is delivered to Azure, checked without Azure; each rule is seen to fail on a template broken
 * for it.
 */
@NullMarked
package io.groceryplanner.infra;

import org.jspecify.annotations.NullMarked;
