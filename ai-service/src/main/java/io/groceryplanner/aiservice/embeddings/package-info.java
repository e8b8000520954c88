/** Turns texts into unit vectors whose angle tells how alike they are in meaning. */
@NullMarked
package io.groceryplanner.aiservice.embeddings;

import org.jspecify.annotations.NullMarked;
