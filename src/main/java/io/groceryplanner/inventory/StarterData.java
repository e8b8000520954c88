package io.groceryplanner.inventory;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Messages;
import io.groceryplanner.household.HouseholdFounded;
import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a new household finds in place: categories and storage locations in its language. */
@Component
class StarterData {

  private record Place(String messageKey, Zone zone) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("inventory.location.fridge", Zone.FRIDGE),
          new Place("inventory.location.freezer", Zone.FREEZER),
          new Place("inventory.location.pantry", Zone.PANTRY),
          new Place("inventory.location.cellar", Zone.CELLAR),
          new Place("inventory.location.household", Zone.OTHER));

  private final CategoryRepository categories;
  private final StorageLocationRepository locations;
  private final Messages messages;

  StarterData(
      CategoryRepository categories, StorageLocationRepository locations, Messages messages) {
    this.categories = categories;
    this.locations = locations;
    this.messages = messages;
  }

  @EventListener
  void on(HouseholdFounded founded) {
    addCategories(founded.household(), founded.language());
    addLocations(founded.household(), founded.language());
  }

  private void addCategories(HouseholdId household, Locale language) {
    for (var starter : StarterCategory.values()) {
      var name = messages.say(language, starter.messageKey());
      categories.save(new CategoryEntity(household, starter, name));
    }
  }

  private void addLocations(HouseholdId household, Locale language) {
    for (int i = 0; i < PLACES.size(); i++) {
      var place = PLACES.get(i);
      var name = messages.say(language, place.messageKey());
      locations.save(new StorageLocationEntity(household, name, place.zone(), i));
    }
  }
}
