/** What people see of the installation's health: notes on features, and pages for admins. */
@NullMarked
package io.groceryplanner.ops.ui;

import org.jspecify.annotations.NullMarked;
