package io.zaikong.filings;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes filings that were made on paper. */
@Repository
class PaperStore {

  private final JdbcClient jdbc;

  PaperStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The version below what is on its way, which moves up. */
  int makeRoom(long sourceId) {
    jdbc.sql(
            """
            update filings.filing set version = version + 1
            where source_id = ? and state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')
            """)
        .param(sourceId)
        .update();
    return jdbc.sql(
            """
            select coalesce(max(version), 0) + 1 from filings.filing
            where source_id = ? and state not in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')
            """)
        .param(sourceId)
        .query(Integer.class)
        .single();
  }

  /** One that was filed on paper; empty when another has come into force meanwhile. */
  Optional<Long> insertFromPaper(
      long sourceId,
      int version,
      String edition,
      long assessmentId,
      PaperFiling paper,
      String by,
      Instant at) {
    return jdbc.sql(
            """
            insert into filings.filing (source_id, version, edition, state, assessment_id, level, filed_on, number, agency,
              certified_on, created_at, created_by)
            values (:source, :version, :edition, 'FILED', :assessment, :level, :filed, :number, :agency, :certified, :at,
              :by)
            on conflict do nothing returning id
            """)
        .param("source", sourceId)
        .param("version", version)
        .param("edition", edition)
        .param("assessment", assessmentId)
        .param("level", paper.level())
        .param("filed", paper.filedOn())
        .param("number", paper.number())
        .param("agency", paper.agency())
        .param("certified", paper.certifiedOn())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Long.class)
        .optional();
  }

  /** Those of the numbers that filings in sight bear. */
  Set<String> listTaken(Collection<String> numbers) {
    return Set.copyOf(
        jdbc.sql("select distinct number from filings.filing where number = any (?::text[])")
            .param(numbers.toArray(String[]::new))
            .query(String.class)
            .list());
  }
}
