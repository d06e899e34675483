package io.zaikong.filings;

import io.zaikong.filings.Standing.Assessed;
import io.zaikong.filings.Standing.Duty;
import io.zaikong.filings.Standing.Version;
import io.zaikong.kit.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
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
      select s.*, a.id as assessment_id, a.completed_on, a.level as assessed_level, a.quantitative_required,
        a.quantitative_done, c.cause_on, n.acceptance_on,
        f.id as filed_id, f.version as filed_version, f.state as filed_state, f.assessment_id as filed_assessment,
        f.submitted_on as filed_submitted_on, f.filed_on, f.number, f.asked_on,
        o.id as open_id, o.version as open_version, o.state as open_state, o.assessment_id as open_assessment,
        o.submitted_on, exists (select from filings.filing x where x.source_id = s.id and x.state = 'CANCELLED') as ended,
        p.roles, p.technical_from, p.operational_from, k.technical_on, k.operational_on
      from filings.source s
      left join lateral (select * from filings.assessment a where a.source_id = s.id
        order by a.completed_on desc, a.id desc limit 1) as a on true
      left join filings.filing f on f.source_id = s.id and f.state in ('FILED', 'CANCELLATION_ASKED', 'CHECKED')
      left join filings.filing o on o.source_id = s.id and o.state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')
      left join lateral (select min(c.occurred_on) as cause_on from filings.cause c
        where c.source_id = s.id and (a.completed_on is null or c.occurred_on > a.completed_on)) as c on true
      left join lateral (select min(c.acceptance_on) as acceptance_on from filings.cause c
        where c.source_id = s.id and (f.filed_on is null or f.filed_on < c.occurred_on)) as n on true
      left join lateral (select array_agg(p.role) as roles,
          max(p.from_date) filter (where p.role = 'TECHNICAL') as technical_from,
          max(p.from_date) filter (where p.role = 'OPERATIONAL') as operational_from
        from filings.accountable p where p.source_id = s.id and p.to_date is null) as p on true
      left join lateral (select max(k.done_on) filter (where k.role = 'TECHNICAL') as technical_on,
          max(k.done_on) filter (where k.role = 'OPERATIONAL') as operational_on
        from filings.duty_check k where k.source_id = s.id) as k on true
      """;

  private final JdbcClient jdbc;

  StandingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Major sources, and those with a filing in force or on its way. */
  List<Standing> list(
      @Nullable DivisionCode division,
      @Nullable Integer level,
      @Nullable Long enterprise,
      @Nullable String text) {
    return jdbc.sql(
            FACTS
                + """
                where (s.level is not null or f.id is not null or o.id is not null)
                  and (:division::text is null or s.division_code <@ shell.codes_in(:division))
                  and (:level::int is null or s.level = :level)
                  and (:enterprise::bigint is null or s.enterprise_id = :enterprise)
                  and (:text::text is null or position(:text in s.name) > 0
                    or position(:text in s.enterprise_name) > 0)
                order by s.level, s.id
                """)
        .param("division", division == null ? null : division.value())
        .param("level", level)
        .param("enterprise", enterprise)
        .param("text", text)
        .query(StandingStore::standing)
        .list();
  }

  Optional<Standing> find(long sourceId) {
    return jdbc.sql(FACTS + " where s.id = ?")
        .param(sourceId)
        .query(StandingStore::standing)
        .optional();
  }

  static MajorSource source(ResultSet row, String id) throws SQLException {
    return new MajorSource(
        row.getLong(id),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        new DivisionCode(row.getString("division_code")),
        row.getString("sector"),
        row.getString("name"),
        row.getObject("source_level", Integer.class),
        row.getLong("source_grading"));
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    MajorSource source =
        new MajorSource(
            row.getLong("id"),
            row.getLong("enterprise_id"),
            row.getString("enterprise_name"),
            new DivisionCode(row.getString("division_code")),
            row.getString("sector"),
            row.getString("name"),
            row.getObject("level", Integer.class),
            row.getLong("grading_id"));
    Long assessment = row.getObject("assessment_id", Long.class);
    java.sql.Array roles = row.getArray("roles");
    String[] held = roles == null ? new String[0] : (String[]) roles.getArray();
    return new Standing(
        source,
        assessment == null
            ? null
            : new Assessed(
                assessment,
                row.getObject("completed_on", LocalDate.class),
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
            row.getObject("submitted_on", LocalDate.class),
            null,
            "",
            null);
  }

  private static @Nullable Duty duty(ResultSet row, String from, String last) throws SQLException {
    LocalDate began = row.getObject(from, LocalDate.class);
    return began == null ? null : new Duty(began, row.getObject(last, LocalDate.class));
  }
}
