package io.zaikong.hazards;

import io.zaikong.hazards.Designations.Designation;
import io.zaikong.org.Agencies.Agency;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sources are 重点监控, by agency and year. */
@Repository
class DesignationStore {

  private final JdbcClient jdbc;

  DesignationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Designation> list(long sourceId) {
    return jdbc.sql(
            """
            select id, agency_name, year, reason, designated_by, designated_at, withdrawn_reason
            from hazards.designation where source_id = ? order by year desc, id desc
            """)
        .param(sourceId)
        .query(
            (row, number) ->
                new Designation(
                    row.getLong("id"),
                    row.getString("agency_name"),
                    row.getInt("year"),
                    row.getString("reason"),
                    row.getString("designated_by"),
                    row.getObject("designated_at", OffsetDateTime.class).toInstant(),
                    row.getString("withdrawn_reason")))
        .list();
  }

  List<Integer> listYears() {
    return jdbc.sql(
            """
            select distinct year from hazards.designation where withdrawn_at is null order by year desc
            """)
        .query(Integer.class)
        .list();
  }

  /** False when the agency has chosen the source for that year already. */
  boolean insert(long sourceId, Agency agency, int year, String reason, String by, Instant at) {
    return jdbc.sql(
                """
                insert into hazards.designation (source_id, agency_id, agency_name, year, reason, designated_at,
                  designated_by) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (source_id, agency_id, year) where withdrawn_at is null do nothing
                """)
            .params(
                sourceId, agency.id(), agency.name(), year, reason, at.atOffset(ZoneOffset.UTC), by)
            .update()
        == 1;
  }

  /** False when it does not stand. */
  boolean withdraw(long sourceId, long id, String reason, String by, Instant at) {
    return jdbc.sql(
                """
                update hazards.designation set withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?
                where id = ? and source_id = ? and withdrawn_at is null
                """)
            .params(at.atOffset(ZoneOffset.UTC), by, reason, id, sourceId)
            .update()
        == 1;
  }
}
