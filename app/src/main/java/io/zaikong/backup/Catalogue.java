package io.zaikong.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the owner's schemas hold, asked of PostgreSQL's catalogue so that a table added later is
 * never forgotten. Statements on tables are made and quoted by the server.
 */
final class Catalogue {

  private final JdbcClient jdbc;

  Catalogue(DataSource owner) {
    this.jdbc = JdbcClient.create(owner);
  }

  /**
   * @param name schema and name
   * @param columns that are stored, in order
   * @param copyOut gives the rows in an order that depends on them alone
   */
  record Table(String name, List<String> columns, String copyOut, String copyIn) {}

  /** How values are written, until the end of the transaction; and no policy may hide a row. */
  void fixForms() {
    jdbc.sql(
            """
            select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
              set_config('IntervalStyle', 'postgres', true), set_config('bytea_output', 'hex', true),
              set_config('extra_float_digits', '1', true), set_config('row_security', 'off', true),
              set_config('search_path', 'pg_catalog', true), set_config('statement_timeout', '0', true),
              set_config('idle_in_transaction_session_timeout', '0', true)
            """)
        .query((row, number) -> "")
        .single();
  }

  List<Table> listTables() {
    return jdbc.sql(
            """
            with stored as (
              select c.oid, n.nspname, c.relname,
                array(select a.attname::text from pg_attribute a
                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                      order by a.attnum) as columns,
                (select string_agg(quote_ident(a.attname)
                          || case when a.attcollation <> 0 then ' collate pg_catalog."C"' else '' end,
                          ', ' order by array_position(i.indkey::int2[], a.attnum))
                 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                 where i.indrelid = c.oid and i.indisprimary) as key
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_roles r on r.oid = n.nspowner and r.rolname = current_user
              where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
                and n.nspname !~ '^pg_' and n.nspname not in ('public', 'information_schema', 'unfinished_restore')
            ), quoted as (
              select *, (select string_agg(quote_ident(u.name), ', ' order by u.position)
                         from unnest(columns) with ordinality as u (name, position)) as list
              from stored
            )
            select nspname || '.' || relname as name, columns,
              format('copy (select %s from %I.%I as t order by %s) to stdout', list, nspname, relname,
                coalesce(key, 't::text collate pg_catalog."C"')) as copy_out,
              format('copy %I.%I (%s) from stdin', nspname, relname, list) as copy_in
            from quoted order by nspname collate "C", relname collate "C"
            """)
        .query(Catalogue::table)
        .list();
  }

  private static Table table(ResultSet row, int number) throws SQLException {
    return new Table(
        row.getString("name"),
        List.of((String[]) row.getArray("columns").getArray()),
        row.getString("copy_out"),
        row.getString("copy_in"));
  }

  /** Keeps a migration from changing a table while it is read; writers go on. */
  void lockTables() {
    jdbc.sql(
            """
            do $$
            declare one record;
            begin
              for one in select n.nspname, c.relname from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_roles r on r.oid = n.nspowner and r.rolname = current_user
                  where c.relkind in ('r', 'p') and c.relpersistence <> 't' and n.nspname !~ '^pg_'
                    and n.nspname not in ('public', 'information_schema')
              loop
                execute format('lock table %I.%I in access share mode', one.nspname, one.relname);
              end loop;
            end $$
            """)
        .update();
  }

  /** The last value that each sequence gave, identity columns' included. */
  Map<String, Long> sequences() {
    Map<String, Long> values = new LinkedHashMap<>();
    jdbc.sql(
            """
            select schemaname || '.' || sequencename as name, last_value from pg_sequences
            where sequenceowner = current_user and last_value is not null and schemaname <> 'public' order by 1
            """)
        .query(
            (RowCallbackHandler)
                row -> values.put(row.getString("name"), row.getLong("last_value")));
    return values;
  }

  /** The last migration. */
  String schemaVersion() {
    return jdbc.sql(
            """
            select version from flyway.flyway_schema_history where success and version is not null
            order by installed_rank desc limit 1
            """)
        .query(String.class)
        .single();
  }

  /** Each migration with its checksum, in order. */
  List<String> listMigrations() {
    return jdbc.sql(
            """
            select version || ' ' || checksum from flyway.flyway_schema_history
            where success and version is not null order by installed_rank
            """)
        .query(String.class)
        .list();
  }

  String serverVersion() {
    return jdbc.sql("select current_setting('server_version')").query(String.class).single();
  }
}
