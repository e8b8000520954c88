package io.groceryplanner.aiservice.categories;

import java.util.List;

/** One of the caller's groups; its name may be invented. */
record Label(String name, String description, List<String> examples) {}
