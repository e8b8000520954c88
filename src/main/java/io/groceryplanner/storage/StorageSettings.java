package io.groceryplanner.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files live.
 *
 * @param folder the folder of the local store
 * @param connectionString of a storage account; blank where a managed identity is used
 * @param account the storage account's name; blank where a connection string says it
 * @param clientId of a managed identity that was assigned; blank for the system's own
 * @param container private, for all files
 * @param place blob where Azure is configured and folder where not, unless said otherwise
 * @param moveFrom where files lived before; read from as long as this is set, and copied from
 */
@ConfigurationProperties("planner.storage")
record StorageSettings(
    Path folder,
    @DefaultValue("") String connectionString,
    @DefaultValue("") String account,
    @DefaultValue("") String clientId,
    @DefaultValue("receipts") String container,
    @Nullable Place place,
    @Nullable Place moveFrom) {

  enum Place {
    FOLDER,
    BLOB
  }

  Place current() {
    if (place != null) {
      return place;
    }
    return connectionString.isBlank() && account.isBlank() ? Place.FOLDER : Place.BLOB;
  }
}
