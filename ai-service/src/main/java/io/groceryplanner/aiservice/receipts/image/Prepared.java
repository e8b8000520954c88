package io.groceryplanner.aiservice.receipts.image;

/**
 * A picture to read, and where it lies on its page.
 *
 * @param scale pixels of the picture to one of the page
 * @param left where the picture begins on the page
 * @param top where the picture begins on the page
 */
public record Prepared(GreyImage image, double scale, double left, double top) {}
