package io.zaikong.coverage;

import io.zaikong.coverage.Reporting.Decision;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.shell.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads where the enterprises of a round stand. */
@Repository
class StatusStore {

  /** The one condition of the list, its count, its export, its figures and who is reminded. */
  private static final String CONDITION =
      """
      where (:division::text is null or s.division_code <@ (select shell.codes_in(:division)))
        and (:show::text is null or s.state = :show or :show = 'EXPECTED' and s.state <> 'EXCUSED'
             or :show = 'RECEIVED' and s.received and s.state <> 'EXCUSED')
        and (:category::text is null or s.categories @> array[:category]::text[])
        and (:text::text is null or position(:text in s.name) > 0 or starts_with(s.credit_code, upper(:text)))
        and (:from::timestamptz is null or s.registered_at >= :from)
        and (:until::timestamptz is null or s.registered_at < :until)
      """;

  private static final String ORDER =
      """
      order by
        case when :sort = 'NAME' and not :descending then s.name end,
        case when :sort = 'NAME' and :descending then s.name end desc,
        case when :sort = 'PLACE' and :descending then s.division_code end desc,
        case when :sort = 'STATE' then array_position(array['OVERDUE', 'MISSING', 'INCOMPLETE', 'REPORTED', 'EXCUSED'], s.state)
          * case when :descending then -1 else 1 end end,
        s.division_code, s.enterprise_id
      """;

  /** Who is asked, and the last reminder. */
  private static final String DETAILS =
      """
      select s.*,
        (select string_agg(distinct person.name, '、') from org.account_scope sc
           join org.account a on a.id = sc.account_id and a.closed_at is null
           join org.account_role ro on ro.account_id = a.id and ro.role = 'ENTERPRISE_SAFETY_MANAGER'
           join org.person person on person.id = a.person_id
         where sc.enterprise_id = s.enterprise_id
           and sc.valid_from <= :today and (sc.valid_to is null or sc.valid_to >= :today)
           and ro.valid_from <= :today and (ro.valid_to is null or ro.valid_to >= :today)) as managers,
        (select max(m.sent_at) from coverage.reminder m
         where m.round_id = :round and m.enterprise_id = s.enterprise_id) as reminded_at,
        exists (select from coverage.reminder m
         where m.round_id = :round and m.enterprise_id = s.enterprise_id and m.ended_at is null) as waiting
      """;

  /** Counts and sorts by numbers alone; only the page's own enterprises are read whole. */
  private static final String PAGE =
      DETAILS
          + """
          , w.total from (select s.enterprise_id, count(*) over () as total from coverage.standing(:round, :today) s
          """
          + CONDITION
          + ORDER
          + """
          offset :offset limit :limit) w
          join coverage.standing(:round, :today) s on s.enterprise_id = w.enterprise_id
          """
          + ORDER;

  private final JdbcClient jdbc;

  StatusStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One statement, unless the offset lies beyond the end. */
  Rows<Reporting> page(long round, LocalDate today, StatusFilter filter, long offset, int limit) {
    long[] total = {0};
    List<Reporting> items =
        jdbc.sql(PAGE)
            .params(parameters(round, today, filter))
            .param("sort", filter.sort().name())
            .param("descending", filter.descending())
            .param("offset", offset)
            .param("limit", limit)
            .query(
                (row, number) -> {
                  total[0] = row.getLong("total");
                  return reporting(row, number);
                })
            .list();
    return new Rows<>(
        items.isEmpty() && offset > 0 ? count(round, today, filter) : total[0], items);
  }

  Optional<Reporting> find(long round, LocalDate today, long enterpriseId) {
    return jdbc.sql(
            DETAILS
                + "from coverage.standing(:round, :today) s where s.enterprise_id = :enterprise")
        .param("round", round)
        .param("today", today)
        .param("enterprise", enterpriseId)
        .query(StatusStore::reporting)
        .optional();
  }

  long count(long round, LocalDate today, StatusFilter filter) {
    return jdbc.sql("select count(*) from coverage.standing(:round, :today) s\n" + CONDITION)
        .params(parameters(round, today, filter))
        .query(Long.class)
        .single();
  }

  /** By the first digits of the division code. */
  List<StatusCount> countBy(long round, LocalDate today, StatusFilter filter, int codeDigits) {
    return jdbc.sql(
            """
            select left(s.division_code, :digits) as code,
              count(*) filter (where s.state <> 'EXCUSED') as expected,
              count(*) filter (where s.state <> 'EXCUSED' and s.received) as received,
              count(*) filter (where s.state = 'REPORTED') as reported,
              count(*) filter (where s.state = 'INCOMPLETE') as incomplete,
              count(*) filter (where s.state = 'MISSING') as missing,
              count(*) filter (where s.state = 'OVERDUE') as overdue,
              count(*) filter (where s.state = 'EXCUSED') as excused,
              count(m.enterprise_id) as waiting
            from coverage.standing(:round, :today) s
            left join coverage.reminder m on m.round_id = :round and m.enterprise_id = s.enterprise_id and m.ended_at is null
            """
                + CONDITION
                + "group by 1 order by 1")
        .params(parameters(round, today, filter))
        .param("digits", codeDigits)
        .query(
            (row, number) ->
                new StatusCount(
                    row.getString("code"),
                    row.getLong("expected"),
                    row.getLong("received"),
                    row.getLong("reported"),
                    row.getLong("incomplete"),
                    row.getLong("missing"),
                    row.getLong("overdue"),
                    row.getLong("excused"),
                    row.getLong("waiting")))
        .list();
  }

  /** Those of the filter from whom nothing was received and for whom no reminder waits. */
  List<ReminderStore.Target> listTargets(long round, LocalDate today, StatusFilter filter) {
    return jdbc.sql(
            """
            select s.enterprise_id, s.name, s.division_code,
              exists (select from org.account_scope sc
                join org.account a on a.id = sc.account_id and a.closed_at is null
                join org.account_role ro on ro.account_id = a.id and ro.role = 'ENTERPRISE_SAFETY_MANAGER'
                where sc.enterprise_id = s.enterprise_id
                  and sc.valid_from <= :today and (sc.valid_to is null or sc.valid_to >= :today)
                  and ro.valid_from <= :today and (ro.valid_to is null or ro.valid_to >= :today)) as managed
            from coverage.standing(:round, :today) s
            """
                + CONDITION
                + """
                and not s.received and s.state <> 'EXCUSED'
                and not exists (select from coverage.reminder m where m.round_id = :round
                  and m.enterprise_id = s.enterprise_id and m.ended_at is null)
                order by s.division_code, s.enterprise_id
                """)
        .params(parameters(round, today, filter))
        .query(
            (row, number) ->
                new ReminderStore.Target(
                    row.getLong("enterprise_id"),
                    row.getString("name"),
                    new DivisionCode(row.getString("division_code")),
                    row.getBoolean("managed")))
        .list();
  }

  /** Of the filter's enterprises from whom nothing was received, those for whom one waits. */
  int countWaiting(long round, LocalDate today, StatusFilter filter) {
    return jdbc.sql(
            """
            select count(*) from coverage.standing(:round, :today) s
            """
                + CONDITION
                + """
                and not s.received and exists (select from coverage.reminder m where m.round_id = :round
                  and m.enterprise_id = s.enterprise_id and m.ended_at is null)
                """)
        .params(parameters(round, today, filter))
        .query(Integer.class)
        .single();
  }

  private static Map<String, @Nullable Object> parameters(
      long round, LocalDate today, StatusFilter filter) {
    DivisionCode division = filter.division();
    LocalDate from = filter.from();
    LocalDate to = filter.to();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("round", round);
    parameters.put("today", today);
    parameters.put("division", division == null ? null : division.value());
    parameters.put("show", name(filter.show()));
    parameters.put("category", name(filter.category()));
    parameters.put("text", filter.text());
    parameters.put("from", from == null ? null : from.atStartOfDay(Words.ZONE).toOffsetDateTime());
    parameters.put(
        "until", to == null ? null : to.plusDays(1).atStartOfDay(Words.ZONE).toOffsetDateTime());
    return parameters;
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static Reporting reporting(ResultSet row, int number) throws SQLException {
    String decided = row.getString("decided");
    OffsetDateTime reminded = row.getObject("reminded_at", OffsetDateTime.class);
    return new Reporting(
        row.getLong("enterprise_id"),
        row.getString("name"),
        row.getString("credit_code"),
        new DivisionCode(row.getString("division_code")),
        ReportState.valueOf(row.getString("state")),
        row.getBoolean("received"),
        decided == null ? null : Decision.valueOf(decided),
        Objects.requireNonNullElse(row.getString("decided_reason"), ""),
        row.getLong("sources"),
        row.getLong("incomplete"),
        row.getBoolean("has_none"),
        Objects.requireNonNullElse(row.getString("managers"), ""),
        reminded == null ? null : reminded.toInstant(),
        row.getBoolean("waiting"));
  }
}
