package io.groceryplanner.drafts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.household.TenantScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person typed into a form and has not saved, by the form's key. A draft nobody comes back
 * to is gone after {@link #KEPT}.
 */
@Service
@TenantScoped
public class Drafts {

  static final Duration KEPT = Duration.ofDays(14);

  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Clock clock;

  Drafts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param formKey of the form and what it is about, at most 100 characters
   * @param fields what stands in each field
   */
  public void keep(HouseholdId household, UserId user, String formKey, Map<String, String> fields) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql("delete from form_draft where household_id = ? and updated_at < ?")
        .params(household.value(), now.minus(KEPT))
        .update();
    jdbc.sql(
            """
            insert into form_draft (household_id, user_id, form_key, payload, updated_at)
            values (?, ?, ?, ?::jsonb, ?)
            on conflict (household_id, user_id, form_key)
            do update set payload = excluded.payload, updated_at = excluded.updated_at
            """)
        .params(
            household.value(),
            user.value(),
            formKey,
            JsonMapper.shared().writeValueAsString(fields),
            now)
        .update();
  }

  public Optional<Map<String, String>> find(HouseholdId household, UserId user, String formKey) {
    return jdbc.sql(
            """
            select payload from form_draft
            where household_id = ? and user_id = ? and form_key = ? and updated_at >= ?
            """)
        .params(
            household.value(),
            user.value(),
            formKey,
            clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional()
        .map(payload -> JsonMapper.shared().readValue(payload, FIELDS));
  }

  /** The keys that begin so, of all that this person is typing. */
  public List<String> listKeys(HouseholdId household, UserId user, String beginning) {
    return jdbc.sql(
            """
            select form_key from form_draft
            where household_id = ? and user_id = ? and starts_with(form_key, ?)
              and updated_at >= ?
            order by form_key
            """)
        .params(
            household.value(),
            user.value(),
            beginning,
            clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list();
  }

  public void forget(HouseholdId household, UserId user, String formKey) {
    jdbc.sql("delete from form_draft where household_id = ? and user_id = ? and form_key = ?")
        .params(household.value(), user.value(), formKey)
        .update();
  }
}
