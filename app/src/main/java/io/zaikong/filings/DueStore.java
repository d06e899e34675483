package io.zaikong.filings;

import io.zaikong.filings.FilingRegister.Filter;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Slice.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Filters, sorts and counts the register by what falls due. */
@Repository
class DueStore {

  /**
   * What falls due of every registered source, from its facts, as {@link Lacks} has it of one. The
   * days that depend on the work calendar come from {@link Deadlines}, one for each day of the
   * facts, and are looked up in one value: a join is planned for ten days and goes through all of
   * them for each source when there are more. {@code offset 0} keeps what is computed from being
   * computed again wherever it is named.
   */
  private static final String DUE =
      """
      with day as (
        select :filings::jsonb as filings, :cancellations::jsonb as cancellations offset 0),
      fact as (
        select u.id, u.enterprise_id, u.division_code, u.name, u.level, u.incomplete_id is not null as incomplete, t.*
        from hazards.source u left join filings.standing t on t.source_id = u.id
        where u.level is not null and u.graded_at is not null
        union all
        select u.id, u.enterprise_id, u.division_code, u.name, u.level, u.incomplete_id is not null, t.*
        from filings.standing t join hazards.source u on u.id = t.source_id
        where u.level is null and u.graded_at is not null and u.state <> 'REMOVED'
          and (t.filed_id is not null or t.open_id is not null or u.incomplete_id is not null and t.assessment_id is not null)),
      bound as (
        select f.*, f.level is not null or f.incomplete and f.assessment_id is not null as bound,
          (f.assessed_on + make_interval(years => :renewal))::date as renewal_on,
          least((d.filings ->> f.assessed_on::text)::date, f.acceptance_on - 1) as filing_on,
          case when f.filed_state <> 'FILED' then (d.cancellations ->> f.asked_on::text)::date end as cancellation_on,
          case when f.technical_on is null or f.technical_on < f.technical_from then f.technical_from
            else (f.technical_on + interval '3 months')::date end as technical_fact,
          case when f.operational_on is null or f.operational_on < f.operational_from then f.operational_from
            else f.operational_on + 7 end as operational_fact
        from fact f cross join day d offset 0),
      wanting as (
        select b.*, coalesce(b.open_state in ('SUBMITTED', 'ACCEPTED'), false) as with_bureau,
          b.bound and not (b.assessment_id is not null and b.filed_assessment is not distinct from b.assessment_id)
            and not (coalesce(b.open_state in ('SUBMITTED', 'ACCEPTED'), false) and b.open_submitted_on is not null
              and (b.filing_on is null or b.open_submitted_on <= b.filing_on))
            and (b.filing_on is not null or b.filed_id is null) as unfiled,
          case when b.bound and b.technical_from is not null
            then (date_trunc('quarter', b.technical_fact::timestamp) + interval '3 months')::date - 1 end as technical_due,
          case when b.bound and b.operational_from is not null
            then b.operational_fact + 7 - extract(isodow from b.operational_fact)::int end as operational_due
        from bound b offset 0),
      due as (
        select w.*,
          least(w.cancellation_on, case when w.bound and :today::date >= w.renewal_on - :ahead then w.renewal_on end,
            case when w.unfiled then w.filing_on end, w.technical_due, w.operational_due) as first_due,
          least(case when w.bound and w.renewal_on < :today::date then w.renewal_on end,
            case when w.unfiled and w.filing_on < :today::date then w.filing_on end) as late_on,
          w.incomplete or w.unfiled or w.cancellation_on < :today::date
            or w.bound and (w.assessment_id is null or w.renewal_on < :today::date or w.cause_on is not null
              or w.level is not null and w.assessed_level is distinct from w.level
              or w.quantitative_required and not w.quantitative_done
              or cardinality(coalesce(w.roles, '{}')) < 3
              or least(w.technical_due, w.operational_due) < :today::date)
            or not w.bound and w.filed_state = 'FILED' as lacking,
          coalesce(w.open_state, w.filed_state, case when w.ended then 'CANCELLED' else 'NONE' end) as status
        from wanting w)
      """;

  private static final String CONDITION =
      """
      where (:division::text is null or x.division_code <@ (select shell.codes_in(:division)))
        and (:level::int is null or x.level = :level)
        and (:enterprise::bigint is null or x.enterprise_id = :enterprise)
        and (:text::text is null or position(:text in x.name) > 0
          or x.enterprise_id in (select e.id from enterprises.enterprise e where position(:text in e.name) > 0))
        and (:state::text is null or case :state::text
          when 'WAITING' then x.status in ('SUBMITTED', 'ACCEPTED', 'CANCELLATION_ASKED', 'CHECKED')
          when 'FILED' then x.filed_id is not null
          when 'INCOMPLETE' then x.incomplete
          else x.status = :state::text end)
        and (:due::text is null or case :due::text
          when 'OVERDUE' then x.late_on is not null
          when 'SOON' then x.first_due between :today::date and :today::date + 30
          else x.lacking end)
        and (:from::date is null or case :due::text when 'OVERDUE' then x.late_on else x.filed_on end >= :from)
        and (:to::date is null or case :due::text when 'OVERDUE' then x.late_on else x.filed_on end <= :to)
      """;

  /** Kind and natural key of each to-do of the day, as {@link DueNotices} has it of one source. */
  private static final String ASKED =
      DUE
          + """
          , asked as (
            select d.id::text as subject_id, k.kind, k.natural_key
            from due d, lateral (values
              ('filings.assess', d.renewal_on::text, d.bound and d.renewal_on <= :today::date + :ahead),
              ('filings.late_assessment', d.renewal_on::text, d.bound and d.renewal_on < :today::date),
              ('filings.to_file', coalesce(d.assessment_id::text, 'acceptance ' || d.filing_on),
                d.unfiled and not d.with_bureau and d.filing_on is not null),
              ('filings.late_filing', d.filing_on::text, d.unfiled and not d.with_bureau and d.filing_on < :today::date),
              ('filings.check_technical', d.technical_due::text, d.technical_due <= :today::date + :technical_ahead),
              ('filings.check_operational', d.operational_due::text, d.operational_due <= :today::date + :operational_ahead))
              as k (kind, natural_key, is_asked)
            where k.is_asked)
          """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DueStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Days of facts from which something is counted by the work calendar. */
  List<LocalDate> listFactDays() {
    return jdbc.sql(
            """
            select t.assessed_on from filings.standing t
            where t.assessed_on is not null and t.filed_assessment is distinct from t.assessment_id
            union select t.asked_on from filings.standing t where t.asked_on is not null and t.filed_state <> 'FILED'
            """)
        .query(LocalDate.class)
        .list();
  }

  /** How many there are in all, with those of a page; 0 also for a page beyond the last. */
  Rows<Standing> page(Filter filter, LocalDate today, Deadlines deadlines, long offset, int limit) {
    List<Long> totals = new ArrayList<>();
    List<Standing> found =
        jdbc.sql(
                DUE
                    + """
                    , page as (
                      select x.id, count(*) over () as total,
                        row_number() over (order by x.late_on is null, x.first_due, x.level, x.id) as place
                      from due x
                    """
                    + CONDITION
                    + """
                      order by place offset :offset limit :limit)
                    select (select max(p.total) from page p) as total, s.id, s.enterprise_id, s.enterprise_name, s.division_code,
                      s.name, s.level, s.grading_id, s.incomplete, t.*
                    from unnest(array(select p.id from page p order by p.place)) with ordinality as chosen (id, place)
                    join filings.source s on s.id = chosen.id left join filings.standing t on t.source_id = s.id
                    order by chosen.place
                    """)
            .params(parameters(filter, today, deadlines))
            .param("offset", offset)
            .param("limit", limit)
            .query(
                (row, number) -> {
                  totals.add(row.getLong("total"));
                  return StandingStore.standing(row, number);
                })
            .list();
    return new Rows<>(totals.isEmpty() ? 0 : totals.getFirst(), found);
  }

  /**
   * By the first digits of the division code and the level (0: not major); the days of the filter
   * are of coming into force for those filed, of falling due for those late.
   */
  List<FilingRegister.Count> countBy(
      Filter filter, int codeDigits, LocalDate today, Deadlines deadlines) {
    return jdbc.sql(
            DUE
                + """
                select left(x.division_code, :digits) as code, coalesce(x.level, 0) as level,
                  count(*) filter (where x.filed_id is not null and (:filed_from::date is null or x.filed_on >= :filed_from)
                    and (:filed_to::date is null or x.filed_on <= :filed_to)) as filed,
                  count(*) filter (where x.late_on is not null and (:filed_from::date is null or x.late_on >= :filed_from)
                    and (:filed_to::date is null or x.late_on <= :filed_to)) as late
                from due x
                """
                + CONDITION
                + " group by 1, 2 order by 1, 2")
        .params(parameters(filter.withoutDates(), today, deadlines))
        .param("digits", codeDigits)
        .param("filed_from", filter.from())
        .param("filed_to", filter.to())
        .query(FilingRegister.Count.class)
        .list();
  }

  /**
   * An open to-do that the day no longer asks for.
   *
   * @param isMoved whether it asks for another of the kind instead
   */
  record Stale(String kind, String subjectId, boolean isMoved) {}

  List<Stale> listStale(LocalDate day, Deadlines deadlines) {
    return jdbc.sql(
            ASKED
                + """
                select n.kind, n.subject_id, bool_or(a.kind is not null) as is_moved
                from notices.notice n left join asked a on a.kind = n.kind and a.subject_id = n.subject_id
                where n.ended_at is null and n.subject = 'filings.source' and n.kind in ('filings.assess',
                  'filings.late_assessment', 'filings.to_file', 'filings.late_filing', 'filings.check_technical',
                  'filings.check_operational')
                group by n.kind, n.subject_id
                having bool_and(a.natural_key is distinct from n.natural_key)
                """)
        .params(asking(day, deadlines))
        .query(Stale.class)
        .list();
  }

  /** The sources of which something is asked that never was before. */
  List<Standing> listUnasked(LocalDate day, Deadlines deadlines) {
    return jdbc.sql(
            ASKED
                + """
                select s.id, s.enterprise_id, s.enterprise_name, s.division_code, s.name, s.level, s.grading_id,
                  s.incomplete, t.*
                from (
                  select distinct a.subject_id::bigint as id from asked a
                  left join notices.notice n on n.kind = a.kind and n.subject = 'filings.source'
                    and n.subject_id = a.subject_id and n.natural_key = a.natural_key
                  where n.id is null) as unasked
                join filings.source s on s.id = unasked.id left join filings.standing t on t.source_id = s.id
                order by s.id
                """)
        .params(asking(day, deadlines))
        .query(StandingStore::standing)
        .list();
  }

  private Map<String, @Nullable Object> asking(LocalDate day, Deadlines deadlines) {
    Map<String, @Nullable Object> parameters = days(day, deadlines);
    parameters.put("technical_ahead", DueNotices.aheadDays(AccountableRole.TECHNICAL));
    parameters.put("operational_ahead", DueNotices.aheadDays(AccountableRole.OPERATIONAL));
    return parameters;
  }

  private Map<String, @Nullable Object> parameters(
      Filter filter, LocalDate today, Deadlines deadlines) {
    DivisionCode division = filter.division();
    FilingRegister.Due due = filter.due();
    Map<String, @Nullable Object> parameters = days(today, deadlines);
    parameters.put("division", division == null ? null : division.value());
    parameters.put("level", filter.level());
    parameters.put("enterprise", filter.enterprise());
    parameters.put("text", filter.text());
    parameters.put("state", filter.state());
    parameters.put("due", due == null ? null : due.name());
    parameters.put("from", filter.from());
    parameters.put("to", filter.to());
    return parameters;
  }

  /** What {@link #DUE} asks for. */
  private Map<String, @Nullable Object> days(LocalDate today, Deadlines deadlines) {
    List<LocalDate> days = listFactDays();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("today", today);
    parameters.put("ahead", Standing.aheadDays());
    parameters.put("renewal", deadlines.renewalYears());
    parameters.put("filings", byDay(days, d -> deadlines.filing(d).day()));
    parameters.put("cancellations", byDay(days, d -> deadlines.cancellation(d).day()));
    return parameters;
  }

  private String byDay(List<LocalDate> days, UnaryOperator<LocalDate> due) {
    return json.writeValueAsString(
        days.stream().collect(Collectors.toMap(LocalDate::toString, d -> due.apply(d).toString())));
  }
}
