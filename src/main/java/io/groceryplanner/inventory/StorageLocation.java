package io.groceryplanner.inventory;

/** A place where things are kept. */
public record StorageLocation(LocationId id, String name, Zone zone) {}
