package io.zaikong.substances;

import io.zaikong.calc.substance.Catalogue;
import io.zaikong.calc.substance.CatalogueEntry;
import io.zaikong.calc.substance.HazardClass;
import io.zaikong.calc.substance.HazardKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SubstanceStore {

  /** Joins texts that become an array in the database; in none of them. */
  private static final String SEPARATOR = "\u001F";

  private final JdbcClient jdbc;

  SubstanceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean isLoaded(String release) {
    return jdbc.sql("select exists (select from substances.release where release = ?)")
        .param(release)
        .query(Boolean.class)
        .single();
  }

  void insertRelease(String release, int rows, Instant at) {
    jdbc.sql("insert into substances.release (release, rows, loaded_at) values (?, ?, ?)")
        .params(release, rows, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  String nextOwnNumber() {
    return jdbc.sql("select 'B' || nextval('substances.own_number')").query(String.class).single();
  }

  List<SubstanceVersion> listStanding() {
    return jdbc.sql("select * from substances.standing order by number")
        .query(SubstanceRows::version)
        .list();
  }

  List<SubstanceVersion> list(SubstanceFilter filter, String sort, long offset, int limit) {
    return jdbc.sql(
            """
            select * from substances.standing s
            where (:text::text is null or position(:text in lower(s.name)) > 0 or position(:text in s.cas) > 0
                or position(:text in lower(s.name_en)) > 0
                or exists (select from unnest(s.aliases) a where position(:text in lower(a)) > 0))
              and (:kind::text is null or :kind = any (s.kinds))
              and (:listed::boolean is null or (s.table1_row is not null) = :listed)
              and (:verified::boolean is null or (s.confidence <> 'RECALLED') = :verified)
              and (:incomplete::boolean is null or s.incomplete = :incomplete)
            order by
              case when :sort = 'name' then s.name end,
              case when :sort = 'cas' then s.cas end,
              case when :sort = 'boiling' then s.boiling_c end,
              case when :sort = 'newest' then s.changed_at end desc,
              nullif(regexp_replace(s.number, '\\D.*', ''), '')::int nulls last, s.id
            offset :offset limit :limit
            """)
        .params(parameters(filter))
        .param("sort", sort)
        .param("offset", offset)
        .param("limit", limit)
        .query(SubstanceRows::version)
        .list();
  }

  long count(SubstanceFilter filter) {
    return jdbc.sql(
            """
            select count(*) from substances.standing s
            where (:text::text is null or position(:text in lower(s.name)) > 0 or position(:text in s.cas) > 0
                or position(:text in lower(s.name_en)) > 0
                or exists (select from unnest(s.aliases) a where position(:text in lower(a)) > 0))
              and (:kind::text is null or :kind = any (s.kinds))
              and (:listed::boolean is null or (s.table1_row is not null) = :listed)
              and (:verified::boolean is null or (s.confidence <> 'RECALLED') = :verified)
              and (:incomplete::boolean is null or s.incomplete = :incomplete)
            """)
        .params(parameters(filter))
        .query(Long.class)
        .single();
  }

  /** Whole names first, then what begins with the text, then what holds it. */
  List<SubstanceVersion> suggest(String text, int limit) {
    return jdbc.sql(
            """
            select * from substances.standing s
            where position(:text in lower(s.name)) > 0 or starts_with(s.cas, :text)
              or exists (select from unnest(s.aliases) a where position(:text in lower(a)) > 0)
            order by :key = any (s.name_keys) desc, starts_with(lower(s.name), :text) desc, length(s.name), s.id
            limit :limit
            """)
        .param("text", text)
        .param("key", Catalogue.nameKey(text))
        .param("limit", limit)
        .query(SubstanceRows::version)
        .list();
  }

  /** Those that have one of the names or CAS numbers. */
  List<SubstanceVersion> listFor(Collection<String> casNumbers, Collection<String> nameKeys) {
    return jdbc.sql(
            """
            select * from substances.standing
            where number in (
              select number from substances.version where cas = any (:cas::text[]) or name_keys && :keys::text[])
            """)
        .param("cas", casNumbers.toArray(String[]::new))
        .param("keys", nameKeys.toArray(String[]::new))
        .query(SubstanceRows::version)
        .list();
  }

  /** Newest first. */
  List<SubstanceVersion> listVersions(String number) {
    return jdbc.sql("select * from substances.version where number = ? order by version desc")
        .param(number)
        .query(SubstanceRows::version)
        .list();
  }

  Optional<SubstanceVersion> find(String number) {
    return jdbc.sql(
            "select * from substances.version where number = ? order by version desc limit 1")
        .param(number)
        .query(SubstanceRows::version)
        .optional();
  }

  /** How many went in; one whose version exists already is left out. */
  int insertAll(List<SubstanceVersion> versions) {
    return jdbc.sql(
            """
            insert into substances.version (number, version, release, name, name_en, aliases, name_keys, cas, un, classes,
              kinds, other_classes, other_source, state, flash_c, boiling_c, melting_c, density_kg_m3, lel_vol_pct,
              uel_vol_pct, highly_toxic, table1_row, incomplete, source, confidence, note, reason, changed_by, changed_at)
            select number, version, nullif(release, ''), name, name_en, string_to_array(aliases, chr(31)),
              string_to_array(name_keys, chr(31)), cas, un, string_to_array(classes, ' '), string_to_array(kinds, ' '),
              string_to_array(other_classes, ' '), other_source, nullif(state, ''), flash_c, boiling_c, melting_c,
              density_kg_m3, lel_vol_pct, uel_vol_pct, highly_toxic, nullif(table1_row, 0), incomplete, source,
              confidence, note, reason, changed_by, changed_at
            from unnest(:number::text[], :version::int[], :release::text[], :name::text[], :name_en::text[],
                :aliases::text[], :name_keys::text[], :cas::text[], :un::text[], :classes::text[], :kinds::text[],
                :other_classes::text[], :other_source::text[], :state::text[], :flash_c::numeric[], :boiling_c::numeric[],
                :melting_c::numeric[], :density_kg_m3::numeric[], :lel_vol_pct::numeric[], :uel_vol_pct::numeric[],
                :highly_toxic::boolean[], :table1_row::int[], :incomplete::boolean[], :source::text[],
                :confidence::text[], :note::text[], :reason::text[], :changed_by::text[], :changed_at::timestamptz[])
              as v (number, version, release, name, name_en, aliases, name_keys, cas, un, classes, kinds, other_classes,
                other_source, state, flash_c, boiling_c, melting_c, density_kg_m3, lel_vol_pct, uel_vol_pct, highly_toxic,
                table1_row, incomplete, source, confidence, note, reason, changed_by, changed_at)
            on conflict (number, version) do nothing
            """)
        .params(columns(versions))
        .update();
  }

  private static Map<String, Object> columns(List<SubstanceVersion> versions) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("number", texts(versions, SubstanceVersion::number));
    columns.put(
        "version", versions.stream().map(SubstanceVersion::version).toArray(Integer[]::new));
    columns.put("release", texts(versions, SubstanceVersion::release));
    columns.put("name", texts(versions, v -> v.entry().facts().name()));
    columns.put("name_en", texts(versions, v -> v.entry().nameEn()));
    columns.put("aliases", texts(versions, v -> String.join(SEPARATOR, v.entry().aliases())));
    columns.put("name_keys", texts(versions, v -> String.join(SEPARATOR, nameKeys(v.entry()))));
    columns.put("cas", texts(versions, v -> v.entry().facts().cas()));
    columns.put("un", texts(versions, v -> v.entry().un()));
    columns.put("classes", texts(versions, v -> HazardClass.codes(v.entry().facts().classes())));
    columns.put("kinds", texts(versions, v -> kinds(v.entry())));
    columns.put(
        "other_classes", texts(versions, v -> HazardClass.codes(v.entry().facts().otherClasses())));
    columns.put("other_source", texts(versions, v -> v.entry().facts().otherSource()));
    columns.put(
        "state", texts(versions, v -> v.entry().facts().state().map(Enum::name).orElse("")));
    columns.put("flash_c", numbers(versions, v -> v.entry().facts().flashC()));
    columns.put("boiling_c", numbers(versions, v -> v.entry().facts().boilingC()));
    columns.put("melting_c", numbers(versions, v -> v.entry().facts().meltingC()));
    columns.put("density_kg_m3", numbers(versions, v -> v.entry().densityKgM3()));
    columns.put("lel_vol_pct", numbers(versions, v -> v.entry().lelVolPct()));
    columns.put("uel_vol_pct", numbers(versions, v -> v.entry().uelVolPct()));
    columns.put(
        "highly_toxic",
        versions.stream().map(v -> v.entry().highlyToxic()).toArray(Boolean[]::new));
    columns.put(
        "table1_row",
        versions.stream().map(v -> v.entry().facts().table1Row()).toArray(Integer[]::new));
    columns.put(
        "incomplete", versions.stream().map(SubstanceVersion::incomplete).toArray(Boolean[]::new));
    columns.put("source", texts(versions, v -> v.entry().source()));
    columns.put("confidence", texts(versions, v -> v.confidence().name()));
    columns.put("note", texts(versions, v -> v.entry().facts().note()));
    columns.put("reason", texts(versions, SubstanceVersion::reason));
    columns.put("changed_by", texts(versions, SubstanceVersion::changedBy));
    columns.put("changed_at", texts(versions, v -> v.changedAt().toString()));
    return columns;
  }

  private static List<String> nameKeys(CatalogueEntry entry) {
    return Stream.concat(Stream.of(entry.facts().name()), entry.aliases().stream())
        .map(Catalogue::nameKey)
        .distinct()
        .toList();
  }

  private static String kinds(CatalogueEntry entry) {
    return String.join(
        " ", entry.facts().classes().stream().map(c -> c.kind().name()).distinct().toList());
  }

  private static String[] texts(
      List<SubstanceVersion> versions, Function<SubstanceVersion, String> column) {
    return versions.stream().map(column).toArray(String[]::new);
  }

  private static @Nullable BigDecimal[] numbers(
      List<SubstanceVersion> versions, Function<SubstanceVersion, Optional<BigDecimal>> column) {
    @Nullable BigDecimal[] values = new @Nullable BigDecimal[versions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(versions.get(i)).orElse(null);
    }
    return values;
  }

  private static Map<String, @Nullable Object> parameters(SubstanceFilter filter) {
    HazardKind kind = filter.kind();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("text", filter.text());
    parameters.put("kind", kind == null ? null : kind.name());
    parameters.put("listed", filter.listed());
    parameters.put("verified", filter.verified());
    parameters.put("incomplete", filter.incomplete());
    return parameters;
  }
}
