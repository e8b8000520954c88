package io.groceryplanner.base;

/**
 * The sign-ins of the demo, shown where people sign in. There is such a bean in a demo only;
 * nowhere else does a password exist that somebody else knows.
 */
public record DemoSignIns(String plannerEmail, String adminEmail, String password) {}
