package io.zaikong.hazards;

import io.zaikong.kit.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives the sites and units of one enterprise to another. */
@Repository
class MergedUnitStore {

  private final JdbcClient jdbc;

  MergedUnitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A unit whose name the other has too gets the former enterprise's name behind its own. */
  void moveUnits(long from, long to, DivisionCode division, String formerName) {
    jdbc.sql(
            """
            update hazards.source u set enterprise_id = :to, division_code = :division,
              name = case when exists (select from hazards.source o where o.enterprise_id = :to and o.kind = u.kind and o.name = u.name)
                then u.name || '（' || :former || '）' else u.name end
            where u.enterprise_id = :merged
            """)
        .param("merged", from)
        .param("to", to)
        .param("division", division.value())
        .param("former", formerName)
        .update();
  }

  /** Only where the other has declared none: its own population counts. */
  void moveSite(long from, long to) {
    jdbc.sql(
            """
            update hazards.site set enterprise_id = :to
            where enterprise_id = :merged and not exists (select from hazards.site o where o.enterprise_id = :to)
            """)
        .param("merged", from)
        .param("to", to)
        .update();
  }
}
