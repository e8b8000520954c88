package io.groceryplanner.receipts;

/** A shop a household buys at, under the name its receipts carry. */
public record Shop(ShopId id, String name) {}
