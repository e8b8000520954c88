package io.groceryplanner.aiservice.receipts.reading;

/** A word as read: where it stands, and how sure (0 to 1) the reading is. */
public record Word(String text, Box box, double confidence) {}
