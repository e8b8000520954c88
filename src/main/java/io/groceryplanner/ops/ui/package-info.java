/** What admins see of the installation's health. */
@NullMarked
package io.groceryplanner.ops.ui;

import org.jspecify.annotations.NullMarked;
