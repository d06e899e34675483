package io.zaikong.coverage;

import io.zaikong.coverage.Reporting.Decision;
import io.zaikong.kit.DivisionCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people decided of an enterprise in a round, and that it has no source. */
@Repository
class ReportStore {

  private final JdbcClient jdbc;

  ReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insertDecision(
      long round,
      long enterpriseId,
      DivisionCode division,
      Decision kind,
      String reason,
      String by,
      Instant at) {
    jdbc.sql(
            """
            insert into coverage.decision (round_id, enterprise_id, division_code, kind, reason, decided_at, decided_by)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            round,
            enterpriseId,
            division.value(),
            kind.name(),
            reason,
            at.atOffset(ZoneOffset.UTC),
            by)
        .update();
  }

  void withdrawDecision(long round, long enterpriseId, String by, Instant at) {
    jdbc.sql(
            """
            update coverage.decision set withdrawn_at = :at, withdrawn_by = :by
            where round_id = :round and enterprise_id = :enterprise and withdrawn_at is null
            """)
        .param("round", round)
        .param("enterprise", enterpriseId)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** False when there is one already. */
  boolean insertNone(
      long round,
      long enterpriseId,
      DivisionCode division,
      String basis,
      boolean onBehalf,
      String by,
      Instant at) {
    return jdbc.sql(
                """
                insert into coverage.none_declared (round_id, enterprise_id, division_code, basis, on_behalf, declared_at,
                  declared_by)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (round_id, enterprise_id) where withdrawn_at is null do nothing
                """)
            .params(
                round,
                enterpriseId,
                division.value(),
                basis,
                onBehalf,
                at.atOffset(ZoneOffset.UTC),
                by)
            .update()
        == 1;
  }

  boolean withdrawNone(long round, long enterpriseId, String reason, String by, Instant at) {
    return jdbc.sql(
                """
                update coverage.none_declared set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason
                where round_id = :round and enterprise_id = :enterprise and withdrawn_at is null
                """)
            .param("round", round)
            .param("enterprise", enterpriseId)
            .param("reason", reason)
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Reports.None> findNone(long round, long enterpriseId) {
    return jdbc.sql(
            """
            select basis, on_behalf, declared_at, declared_by from coverage.none_declared
            where round_id = ? and enterprise_id = ? and withdrawn_at is null
            """)
        .params(round, enterpriseId)
        .query(
            (row, number) ->
                new Reports.None(
                    row.getString("basis"),
                    row.getBoolean("on_behalf"),
                    row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                    row.getString("declared_by")))
        .optional();
  }

  /** What another record has of rounds goes to the survivor, where that has nothing of its own. */
  void move(long from, long to, DivisionCode division) {
    jdbc.sql(
            """
            with moved as (
              update coverage.none_declared n set enterprise_id = :to, division_code = :division
              where n.enterprise_id = :from and (n.withdrawn_at is not null or not exists (
                select from coverage.none_declared o where o.enterprise_id = :to and o.round_id = n.round_id
                  and o.withdrawn_at is null)))
            update coverage.decision d set enterprise_id = :to, division_code = :division
            where d.enterprise_id = :from and (d.withdrawn_at is not null or not exists (
              select from coverage.decision o where o.enterprise_id = :to and o.round_id = d.round_id
                and o.withdrawn_at is null))
            """)
        .param("from", from)
        .param("to", to)
        .param("division", division.value())
        .update();
  }
}
