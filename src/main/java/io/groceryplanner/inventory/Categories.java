package io.groceryplanner.inventory;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.TenantScoped;
import java.util.List;
import org.springframework.stereotype.Service;

/** The categories of a household, in the order its shop is walked. */
@Service
@TenantScoped
public class Categories {

  private final CategoryRepository categories;

  Categories(CategoryRepository categories) {
    this.categories = categories;
  }

  public List<Category> list(HouseholdId household) {
    return categories.findByHouseholdIdOrderBySortOrderAscNameAsc(household.value()).stream()
        .map(CategoryEntity::asCategory)
        .toList();
  }
}
