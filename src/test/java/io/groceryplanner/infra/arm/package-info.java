/**
 * Azure's deployment templates as Azure would read them, without Azure: expressions are evaluated,
 * loops unrolled, conditions decided. What only the cloud knows, such as an identity's object id,
 * is made up in a way that shows where it came from.
 */
@NullMarked
package io.groceryplanner.infra.arm;

import org.jspecify.annotations.NullMarked;
