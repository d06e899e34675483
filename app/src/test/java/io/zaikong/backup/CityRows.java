package io.zaikong.backup;

import io.zaikong.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of every kind that a backup has to carry, written set by set. */
final class CityRows {

  private CityRows() {}

  /** Enterprises with a site, a unit of an inventory of two chemicals and a grading each. */
  static void fill(TestDatabase database, int enterprises) {
    JdbcClient owner = JdbcClient.create(database.owner());
    owner
        .sql(
            """
            insert into org.division (code, name, level, valid_from)
            values ('370300', '淄博市', 'CITY', '2020-01-01'), ('370303', '张店区', 'DISTRICT', '2020-01-01')
            """)
        .update();
    owner
        .sql(
            """
            insert into org.agency (name, kind, division_code, valid_from)
            values ('市安监局', 'BUREAU', '370300', '2020-01-01');
            insert into org.agency (name, kind, division_code, parent_id, valid_from)
            select '区安监局', 'BUREAU', '370303', id, '2020-01-01' from org.agency
            """)
        .update();
    owner
        .sql(
            """
            insert into enterprises.enterprise (credit_code, name, division_code, address, longitude_deg, latitude_deg,
              categories, created_at, changed_at)
            select lpad(n::text, 18, '0'), E'第' || n || E'厂\\t"引号"\\\\反斜\\n换行', '370303', '路', 118 + n / 1e6::float8,
              36.8 + random(), '{HAZCHEM_PRODUCTION,"a b"}', now(), now() from generate_series(1, ?) n
            """)
        .param(enterprises)
        .update();
    owner
        .sql(
            """
            insert into hazards.site (enterprise_id, exposed_population, population_source, declared_at)
            select id, 30, '申报', now() from enterprises.enterprise
            """)
        .update();
    owner
        .sql(
            """
            insert into hazards.source (enterprise_id, division_code, name, kind, unit_kind)
            select id, division_code, '一库', 'HAZCHEM_UNIT', 'STORAGE' from enterprises.enterprise;
            insert into hazards.inventory (unit_id, declared_at, declared_by) select id, now(), '张三' from hazards.source;
            insert into hazards.chemical (inventory_id, position, cas, name, categories, q_t)
            select id, p, null, E'氨, "x"', '{W1,"a b",null}', 1.500 * p from hazards.inventory, generate_series(1, 2) p;
            insert into hazards.grading (unit_id, inventory_id, exposed_population, edition, graded_at, s, major, alpha,
              alpha_clause, r, level, terms)
            select unit_id, id, 30, 'gb18218-2018', now(), 1.20, true, 1.2, '4.3.4', 0.000001, 4, '{"b": 1.0, "a": []}'
            from hazards.inventory;
            update hazards.source u set inventory_id = i.id, grading_id = g.id
            from hazards.inventory i join hazards.grading g on g.inventory_id = i.id where i.unit_id = u.id
            """)
        .update();
    owner
        .sql(
            """
            insert into imports.import (kind, account_id, division_code, file_name, content, sha256, state, uploaded_at,
              report)
            select 'census', 1, '370303', '普查.xlsx', decode(string_agg(md5(n::text), ''), 'hex'), 'x', 'CHECKED', 'infinity', '{}'
            from generate_series(1, 100000) n
            """)
        .update();
  }

  /** One digest a table over all its rows, whatever their order; asked of the server itself. */
  static TreeMap<String, String> digests(DataSource superuser) {
    JdbcClient jdbc = JdbcClient.create(superuser);
    TreeMap<String, String> digests = new TreeMap<>();
    for (String table : tables(jdbc)) {
      digests.put(
          table,
          jdbc.sql(
                  "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by"
                      + " md5(t::text))), '') from "
                      + table
                      + " t")
              .query(String.class)
              .single());
    }
    return digests;
  }

  static Set<String> tables(JdbcClient jdbc) {
    return new TreeSet<>(
        jdbc.sql(
                """
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema !~ '^(pg_|information_schema)'
                """)
            .query(String.class)
            .list());
  }

  static List<String> constraints(DataSource owner) {
    return JdbcClient.create(owner)
        .sql(
            """
            select conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where connamespace::regnamespace::text !~ '^(pg_|information_schema)' order by 1
            """)
        .query(String.class)
        .list();
  }
}
