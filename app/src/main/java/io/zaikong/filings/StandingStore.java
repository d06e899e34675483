package io.zaikong.filings;

import io.zaikong.filings.Standing.Assessed;
import io.zaikong.filings.Standing.Duty;
import io.zaikong.filings.Standing.Version;
import io.zaikong.kit.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The facts of sources, one row each. */
@Repository
class StandingStore {

  private static final String FACTS =
      """
      select s.id, s.enterprise_id, s.enterprise_name, s.division_code, s.name, s.level, s.grading_id, s.incomplete,
        t.*
      from filings.source s left join filings.standing t on t.source_id = s.id
      """;

  private final JdbcClient jdbc;

  StandingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Standing> find(long sourceId) {
    return jdbc.sql(FACTS + " where s.id = ?")
        .param(sourceId)
        .query(StandingStore::standing)
        .optional();
  }

  /** Those of these enterprises, major or not. */
  List<Standing> listOf(Collection<Long> enterpriseIds) {
    return jdbc.sql(FACTS + " where s.enterprise_id = any (?::bigint[]) order by s.id")
        .param(enterpriseIds.toArray(Long[]::new))
        .query(StandingStore::standing)
        .list();
  }

  /**
   * @param id name of the column, {@code level} and {@code grading} too
   */
  static MajorSource source(ResultSet row, String id, String level, String grading)
      throws SQLException {
    return new MajorSource(
        row.getLong(id),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        new DivisionCode(row.getString("division_code")),
        row.getString("name"),
        row.getObject(level, Integer.class),
        row.getObject(grading, Long.class),
        row.getBoolean("incomplete"));
  }

  static Standing standing(ResultSet row, int number) throws SQLException {
    Long assessment = row.getObject("assessment_id", Long.class);
    java.sql.Array roles = row.getArray("roles");
    String[] held = roles == null ? new String[0] : (String[]) roles.getArray();
    return new Standing(
        source(row, "id", "level", "grading_id"),
        assessment == null
            ? null
            : new Assessed(
                assessment,
                row.getObject("assessed_on", LocalDate.class),
                row.getObject("assessed_level", Integer.class),
                row.getBoolean("quantitative_required"),
                row.getBoolean("quantitative_done")),
        row.getObject("cause_on", LocalDate.class),
        row.getObject("acceptance_on", LocalDate.class),
        filed(row),
        open(row),
        row.getBoolean("ended"),
        Arrays.stream(held).map(AccountableRole::valueOf).collect(Collectors.toSet()),
        duty(row, "technical_from", "technical_on"),
        duty(row, "operational_from", "operational_on"));
  }

  private static @Nullable Version filed(ResultSet row) throws SQLException {
    Long id = row.getObject("filed_id", Long.class);
    return id == null
        ? null
        : new Version(
            id,
            row.getInt("filed_version"),
            FilingState.Name.valueOf(row.getString("filed_state")),
            row.getObject("filed_assessment", Long.class),
            row.getObject("filed_submitted_on", LocalDate.class),
            row.getObject("filed_on", LocalDate.class),
            row.getString("number"),
            row.getObject("asked_on", LocalDate.class));
  }

  private static @Nullable Version open(ResultSet row) throws SQLException {
    Long id = row.getObject("open_id", Long.class);
    return id == null
        ? null
        : new Version(
            id,
            row.getInt("open_version"),
            FilingState.Name.valueOf(row.getString("open_state")),
            row.getObject("open_assessment", Long.class),
            row.getObject("open_submitted_on", LocalDate.class),
            null,
            "",
            null);
  }

  private static @Nullable Duty duty(ResultSet row, String from, String last) throws SQLException {
    LocalDate began = row.getObject(from, LocalDate.class);
    return began == null ? null : new Duty(began, row.getObject(last, LocalDate.class));
  }
}
