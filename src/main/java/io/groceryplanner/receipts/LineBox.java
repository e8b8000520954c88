package io.groceryplanner.receipts;

import jakarta.persistence.Embeddable;

/** Where a line stands on the upright picture, as fractions of its width and height. */
@Embeddable
public record LineBox(double x, double y, double width, double height) {}
