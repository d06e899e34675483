package io.zaikong.enterprises;

import io.zaikong.enterprises.EnterpriseFilter.Sort;
import io.zaikong.kit.DivisionCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EnterpriseStore {

  private static final int FETCHED = 1_000;

  /** The one condition of the list, its count, its export and its figure. */
  private static final String CONDITION =
      """
      where merged_into is null
        and (:division::text is null or shell.codes_in(:division) @> division_code)
        and (:category::text is null or categories @> array[:category]::text[])
        and (:size::text is null or size = :size)
        and (:affiliation::text is null or affiliation = :affiliation)
        and (:state::text is null or state = :state)
        and (:text::text is null or id in (select enterprises.search(:text)))
        and (:from::date is null or created_at >= :from::timestamp at time zone 'Asia/Shanghai')
        and (:to::date is null or created_at < (:to::date + 1)::timestamp at time zone 'Asia/Shanghai')
      """;

  private static final String ENTERPRISES = "select * from enterprises.enterprise\n" + CONDITION;

  private final JdbcClient jdbc;

  EnterpriseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Enterprise> find(long id) {
    return jdbc.sql("select * from enterprises.enterprise where id = ?")
        .param(id)
        .query(EnterpriseRows::enterprise)
        .optional();
  }

  List<Enterprise> listByCode(Collection<String> creditCodes) {
    return jdbc.sql("select * from enterprises.enterprise where credit_code = any (?::text[])")
        .param(creditCodes.toArray(String[]::new))
        .query(EnterpriseRows::enterprise)
        .list();
  }

  List<Enterprise> listById(Collection<Long> ids) {
    return jdbc.sql("select * from enterprises.enterprise where id = any (?::bigint[])")
        .param(ids.toArray(Long[]::new))
        .query(EnterpriseRows::enterprise)
        .list();
  }

  List<String> listRegistered(Collection<String> creditCodes) {
    return jdbc.sql("select * from enterprises.registered(?::text[])")
        .param(creditCodes.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  List<Enterprise> list(EnterpriseFilter filter, long offset, int limit) {
    return filter.sort() == Sort.PLACE && !filter.descending()
        ? listByPlace(filter, offset, limit)
        : listSorted(filter, offset, limit);
  }

  /** In the order of an index, so that a page is read without sorting. */
  private List<Enterprise> listByPlace(EnterpriseFilter filter, long offset, int limit) {
    return jdbc.sql(ENTERPRISES + "order by division_code, id offset :offset limit :limit")
        .params(parameters(filter))
        .param("offset", offset)
        .param("limit", limit)
        .query(EnterpriseRows::enterprise)
        .list();
  }

  private List<Enterprise> listSorted(EnterpriseFilter filter, long offset, int limit) {
    return jdbc.sql(
            ENTERPRISES
                + """
                order by
                  case when :sort = 'PLACE' then division_code end desc,
                  case when :sort = 'NAME' and not :descending then name end,
                  case when :sort = 'NAME' and :descending then name end desc,
                  case when :sort = 'WORKFORCE' and not :descending then workforce end desc nulls last,
                  case when :sort = 'WORKFORCE' and :descending then workforce end nulls last,
                  case when :sort = 'CHANGED' and not :descending then changed_at end desc,
                  case when :sort = 'CHANGED' and :descending then changed_at end,
                  id
                offset :offset limit :limit
                """)
        .params(parameters(filter))
        .param("sort", filter.sort().name())
        .param("descending", filter.descending())
        .param("offset", offset)
        .param("limit", limit)
        .query(EnterpriseRows::enterprise)
        .list();
  }

  /** By place, a thousand at a time out of the database. */
  void forEach(EnterpriseFilter filter, Consumer<Enterprise> action) {
    try (Stream<Enterprise> all =
        jdbc
            .sql(ENTERPRISES + "order by division_code, id")
            .withFetchSize(FETCHED)
            .params(parameters(filter))
            .query(EnterpriseRows::enterprise)
            .stream()) {
      all.forEach(action);
    }
  }

  long count(EnterpriseFilter filter) {
    return jdbc.sql("select count(*) from enterprises.enterprise\n" + CONDITION)
        .params(parameters(filter))
        .query(Long.class)
        .single();
  }

  /** How many by place, all (without a category) and of each category, by one statement. */
  List<Enterprises.Count> countBy(EnterpriseFilter filter, int codeDigits) {
    return jdbc.sql(
            "select left(division_code, :digits) as code, null as category, count(*) as enterprises"
                + " from enterprises.enterprise\n"
                + CONDITION
                + "group by 1 union all"
                + " select left(division_code, :digits), c, count(*)"
                + " from enterprises.enterprise cross join unnest(categories) as c\n"
                + CONDITION
                + "group by 1, 2")
        .params(parameters(filter))
        .param("digits", codeDigits)
        .query(
            (row, number) ->
                new Enterprises.Count(
                    row.getString("code"),
                    Optional.ofNullable(row.getString("category")).map(Category::valueOf),
                    row.getLong("enterprises")))
        .list();
  }

  Map<String, Long> insertAll(List<Enterprise> enterprises, Instant at) {
    Map<String, Long> ids = new HashMap<>();
    jdbc.sql(
            """
            insert into enterprises.enterprise (credit_code, name, former_names, division_code, address, longitude_deg,
              latitude_deg, categories, industry_code, affiliation, size, workforce, principal, principal_phone,
              safety_manager, safety_manager_phone, contact, phone, state, state_since, state_reason, created_at,
              changed_at)
            select code, name, coalesce(string_to_array(nullif(former, ''), e'\\n'), '{}'), division, address,
              longitude, latitude, string_to_array(categories, e'\\n'), industry, affiliation, size, workforce,
              principal, principal_phone, safety_manager, safety_manager_phone, contact, phone, state, since, reason,
              :at, :at
            from unnest(:code::text[], :name::text[], :former::text[], :division::text[], :address::text[],
              :longitude::float8[], :latitude::float8[], :categories::text[], :industry::text[], :affiliation::text[],
              :size::text[], :workforce::int[], :principal::text[], :principal_phone::text[], :safety_manager::text[],
              :safety_manager_phone::text[], :contact::text[], :phone::text[], :state::text[], :since::date[],
              :reason::text[])
              as e (code, name, former, division, address, longitude, latitude, categories, industry, affiliation,
                size, workforce, principal, principal_phone, safety_manager, safety_manager_phone, contact, phone,
                state, since, reason)
            on conflict (credit_code) do nothing
            returning id, credit_code
            """)
        .params(EnterpriseRows.columns(enterprises))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, number) -> ids.put(row.getString("credit_code"), row.getLong("id")))
        .list();
    return ids;
  }

  /** By id. */
  void updateAll(List<Enterprise> enterprises, Instant at) {
    jdbc.sql(
            """
            update enterprises.enterprise t set credit_code = e.code, name = e.name,
              former_names = coalesce(string_to_array(nullif(e.former, ''), e'\\n'), '{}'),
              division_code = e.division, address = e.address, longitude_deg = e.longitude, latitude_deg = e.latitude,
              categories = string_to_array(e.categories, e'\\n'), industry_code = e.industry,
              affiliation = e.affiliation, size = e.size, workforce = e.workforce, principal = e.principal,
              principal_phone = e.principal_phone, safety_manager = e.safety_manager,
              safety_manager_phone = e.safety_manager_phone, contact = e.contact, phone = e.phone, state = e.state,
              state_since = e.since, state_reason = e.reason, changed_at = :at
            from unnest(:id::bigint[], :code::text[], :name::text[], :former::text[], :division::text[],
              :address::text[], :longitude::float8[], :latitude::float8[], :categories::text[], :industry::text[],
              :affiliation::text[], :size::text[], :workforce::int[], :principal::text[], :principal_phone::text[],
              :safety_manager::text[], :safety_manager_phone::text[], :contact::text[], :phone::text[], :state::text[],
              :since::date[], :reason::text[])
              as e (id, code, name, former, division, address, longitude, latitude, categories, industry, affiliation,
                size, workforce, principal, principal_phone, safety_manager, safety_manager_phone, contact, phone,
                state, since, reason)
            where t.id = e.id
            """)
        .params(EnterpriseRows.columns(enterprises))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Map<String, @Nullable Object> parameters(EnterpriseFilter filter) {
    DivisionCode division = filter.division();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("division", division == null ? null : division.value());
    parameters.put("category", name(filter.category()));
    parameters.put("size", name(filter.size()));
    parameters.put("affiliation", name(filter.affiliation()));
    parameters.put("state", name(filter.state()));
    parameters.put("text", filter.text());
    parameters.put("from", filter.from());
    parameters.put("to", filter.to());
    return parameters;
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
