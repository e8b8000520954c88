package io.groceryplanner.storage;

import io.groceryplanner.base.UserId;
import io.groceryplanner.jobs.Jobs;
import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import io.groceryplanner.storage.StorageSettings.Place;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where files live and have lived, for admins, and the check of all files by hand. */
@Service
public class FilePlaces {

  static final String AUDIT_TASK = "file-audit";

  private final StorageSettings settings;
  private final Jobs jobs;
  private final AuditLog audit;

  FilePlaces(StorageSettings settings, Jobs jobs, AuditLog audit) {
    this.settings = settings;
    this.jobs = jobs;
    this.audit = audit;
  }

  /** A folder or a container, as a person names it; never a key. */
  public String current() {
    return describe(settings.current());
  }

  /** Where files come from, while they move. */
  public Optional<String> before() {
    return Optional.ofNullable(settings.moveFrom())
        .filter(before -> before != settings.current())
        .map(this::describe);
  }

  public boolean isBlob() {
    return settings.current() == Place.BLOB;
  }

  private String describe(Place place) {
    return switch (place) {
      case FOLDER -> settings.folder().toAbsolutePath().normalize().toString();
      case BLOB ->
          settings.account().isBlank()
              ? settings.container()
              : settings.account() + "/" + settings.container();
    };
  }

  /** Lets the check of all files run now instead of at night; false when it runs already. */
  public boolean checkNow(UserId admin) {
    boolean begun = jobs.hasten(AUDIT_TASK, "recurring");
    if (begun) {
      audit.write(AuditAct.FILES_CHECKED, admin, AUDIT_TASK, "");
    }
    return begun;
  }
}
