package io.groceryplanner.inventory;

import java.util.Optional;

/**
 * A category as a household calls it.
 *
 * @param pictogram which drawing stands for it, see {@code styles.css}
 * @param starter the starter category it came from, if any
 */
public record Category(
    CategoryId id, String name, String pictogram, Optional<StarterCategory> starter) {}
