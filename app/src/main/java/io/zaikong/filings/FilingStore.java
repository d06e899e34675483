package io.zaikong.filings;

import io.zaikong.filings.Content.File;
import io.zaikong.filings.Filing.Paper;
import io.zaikong.filings.FilingRules.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FilingStore {

  private static final String FILINGS =
      """
      select f.*, s.enterprise_id, s.enterprise_name, s.division_code, s.name, s.level as source_level,
        s.grading_id as source_grading, s.incomplete
      from filings.filing f join filings.source s on s.id = f.source_id
      """;

  private final JdbcClient jdbc;

  FilingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Filing> find(long id) {
    return jdbc.sql(FILINGS + " where f.id = ?").param(id).query(FilingStore::filing).optional();
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<Filing> findForUpdate(long id) {
    return jdbc.sql(FILINGS + " where f.id = ? for update of f")
        .param(id)
        .query(FilingStore::filing)
        .optional();
  }

  /** Newest first. */
  List<Filing> listOf(long sourceId) {
    return jdbc.sql(FILINGS + " where f.source_id = ? order by f.version desc")
        .param(sourceId)
        .query(FilingStore::filing)
        .list();
  }

  /** Empty when a version is on its way already. */
  Optional<Long> insert(long sourceId, String edition, String by, Instant at) {
    return jdbc.sql(
            """
            insert into filings.filing (source_id, version, edition, state, created_at, created_by)
            select :source, coalesce(max(version), 0) + 1, :edition, 'DRAFT', :at, :by
            from filings.filing where source_id = :source
            on conflict do nothing returning id
            """)
        .param("source", sourceId)
        .param("edition", edition)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Long.class)
        .optional();
  }

  /** Its items, with the files that the version in force has of them. */
  void insertContents(long filingId, long sourceId, List<Integer> numbers) {
    jdbc.sql(
            """
            insert into filings.content (filing_id, no, carried, not_applicable)
            select :filing, n.no, coalesce(c.carried || c.filing_id, '{}'), c.not_applicable
            from unnest(:numbers::int[]) as n (no)
            left join filings.filing f on f.source_id = :source
              and f.state in ('FILED', 'CANCELLATION_ASKED', 'CHECKED')
            left join filings.content c on c.filing_id = f.id and c.no = n.no
            """)
        .param("filing", filingId)
        .param("source", sourceId)
        .param("numbers", numbers.toArray(Integer[]::new))
        .update();
  }

  private record Row(int no, String carried, String notApplicable, String fault) {}

  /** Two statements, whatever the number of items. */
  List<Content> listContents(Filing filing, FilingRules rules, boolean hasAssessment) {
    List<Row> rows =
        jdbc.sql(
                """
                select no, array_to_string(carried, ',') as carried, coalesce(not_applicable, '') as not_applicable,
                  coalesce(fault, '') as fault
                from filings.content where filing_id = ? order by no
                """)
            .param(filing.id())
            .query(Row.class)
            .list();
    Map<String, List<File>> files = files(filing.id(), rows);
    List<Content> contents = new ArrayList<>();
    for (Row row : rows) {
      Item item = rules.findItem(row.no()).orElseThrow();
      boolean bySystem =
          switch (item.source()) {
            case WORKSHEET -> true;
            case ASSESSMENT -> hasAssessment;
            case ATTACHMENT -> false;
          };
      List<File> found = new ArrayList<>();
      owners(filing.id(), row).forEach(o -> found.addAll(files.getOrDefault(o, List.of())));
      contents.add(new Content(item, found, bySystem, row.notApplicable(), row.fault()));
    }
    return contents;
  }

  private static List<String> owners(long filingId, Row row) {
    List<String> owners = new ArrayList<>(List.of(filingId + "." + row.no()));
    if (!row.carried().isEmpty()) {
      for (String earlier : row.carried().split(",", -1)) {
        owners.add(earlier + "." + row.no());
      }
    }
    return owners;
  }

  private Map<String, List<File>> files(long filingId, List<Row> rows) {
    Map<String, List<File>> files = new HashMap<>();
    String own = filingId + ".";
    jdbc.sql(
            """
            select id, subject_id, name, size_byte from documents.attachment
            where subject = 'filings.content' and subject_id = any (?::text[]) and removed_at is null order by id
            """)
        .param(rows.stream().flatMap(r -> owners(filingId, r).stream()).toArray(String[]::new))
        .query(
            row -> {
              String owner = row.getString("subject_id");
              files
                  .computeIfAbsent(owner, o -> new ArrayList<>())
                  .add(
                      new File(
                          row.getLong("id"),
                          row.getString("name"),
                          row.getLong("size_byte"),
                          !owner.startsWith(own)));
            });
    return files;
  }

  void setNotApplicable(long filingId, int no, @Nullable String reason) {
    jdbc.sql(
            "update filings.content set not_applicable = :reason where filing_id = :id and no ="
                + " :no")
        .param("reason", reason)
        .param("id", filingId)
        .param("no", no)
        .update();
  }

  void dropCarried(long filingId, int no) {
    jdbc.sql("update filings.content set carried = '{}' where filing_id = ? and no = ?")
        .params(filingId, no)
        .update();
  }

  void setFaults(long filingId, Map<Integer, String> faults) {
    jdbc.sql(
            """
            update filings.content c set fault = n.fault
            from (select filing_id, no, (select f.fault from unnest(:numbers::int[], :faults::text[]) as f (no, fault)
                    where f.no = x.no) as fault
                  from filings.content x where x.filing_id = :filing) as n
            where c.filing_id = n.filing_id and c.no = n.no
            """)
        .param("filing", filingId)
        .param("numbers", faults.keySet().toArray(Integer[]::new))
        .param("faults", faults.values().toArray(String[]::new))
        .update();
  }

  /** What a submitted version rests on. */
  void rest(long filingId, long assessmentId, long gradingId, @Nullable Integer level) {
    jdbc.sql(
            """
            update filings.filing set assessment_id = :assessment, grading_id = :grading, level = :level where id = :id
            """)
        .param("assessment", assessmentId)
        .param("grading", gradingId)
        .param("level", level)
        .param("id", filingId)
        .update();
  }

  void save(long id, FilingState state) {
    FilingColumns columns = FilingColumns.of(state);
    jdbc.sql(
            """
            update filings.filing set revision = revision + 1, state = :state, submitted_on = :submitted,
              returned_on = :returned, accepted_on = :accepted, filed_on = :filed, number = :number, asked_on = :asked,
              ask_reason = :reason, checked_on = :checked, opinion = :opinion, refusal = :refusal, ended_on = :ended
            where id = :id
            """)
        .param("id", id)
        .param("state", state.name().name())
        .param("submitted", columns.submittedOn())
        .param("returned", columns.returnedOn())
        .param("accepted", columns.acceptedOn())
        .param("filed", columns.filedOn())
        .param("number", columns.number())
        .param("asked", columns.askedOn())
        .param("reason", columns.askReason())
        .param("checked", columns.checkedOn())
        .param("opinion", columns.opinion())
        .param("refusal", columns.refusal())
        .param("ended", columns.endedOn())
        .update();
  }

  private static @Nullable Paper paper(ResultSet row) throws SQLException {
    String agency = row.getString("agency");
    return agency == null
        ? null
        : new Paper(agency, row.getObject("certified_on", LocalDate.class));
  }

  private static Filing filing(ResultSet row, int number) throws SQLException {
    return new Filing(
        row.getLong("id"),
        StandingStore.source(row, "source_id", "source_level", "source_grading"),
        row.getInt("version"),
        row.getString("edition"),
        row.getInt("revision"),
        row.getObject("assessment_id", Long.class),
        row.getObject("grading_id", Long.class),
        row.getObject("level", Integer.class),
        FilingColumns.read(row),
        paper(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"));
  }
}
