package io.groceryplanner.inventory;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CategoryRepository extends Repository<CategoryEntity, UUID> {

  CategoryEntity save(CategoryEntity category);

  List<CategoryEntity> findByHouseholdIdOrderBySortOrderAscNameAsc(UUID householdId);
}
