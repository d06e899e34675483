package io.zaikong.backup;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database that a restore fills. From the first change to the last it holds the schema {@code
 * unfinished_restore}, which keeps the application from starting on it.
 */
final class Target {

  private final JdbcClient jdbc;

  Target(DataSource owner) {
    this.jdbc = JdbcClient.create(owner);
  }

  /** A constraint that stands in the way while tables are filled one by one. */
  record ForeignKey(String drop, String add) {}

  /** False when another restore works on it; held until the connection is closed. */
  boolean takeAlone() {
    return jdbc.sql("select pg_try_advisory_lock(hashtext('zaikong.restore'))")
        .query(Boolean.class)
        .single();
  }

  boolean isUnfinished() {
    return jdbc.sql("select to_regnamespace('unfinished_restore') is not null")
        .query(Boolean.class)
        .single();
  }

  /** Whether it holds no relation but those of extensions, and no schema of the owner's. */
  boolean isEmpty() {
    return jdbc.sql(
            """
            select not exists (
                select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                  and not exists (select from pg_depend d
                                  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
              and not exists (
                select from pg_namespace n join pg_roles r on r.oid = n.nspowner and r.rolname = current_user
                where n.nspname !~ '^pg_' and n.nspname not in ('public', 'information_schema'))
            """)
        .query(Boolean.class)
        .single();
  }

  void markUnfinished() {
    jdbc.sql("create schema unfinished_restore").update();
  }

  void markFinished() {
    jdbc.sql("drop schema unfinished_restore").update();
  }

  /** Removes what an unfinished restore made; the mark stays. */
  void clear() {
    jdbc.sql(
            """
            do $$
            declare one record;
            begin
              for one in select n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner and r.rolname = current_user
                  where n.nspname !~ '^pg_' and n.nspname not in ('public', 'information_schema', 'unfinished_restore')
              loop
                execute format('drop schema %I cascade', one.nspname);
              end loop;
            end $$
            """)
        .update();
  }

  List<ForeignKey> listForeignKeys() {
    return jdbc.sql(
            """
            select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as drop,
              format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname,
                pg_get_constraintdef(k.oid)) as add
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid
            join pg_namespace n on n.oid = c.relnamespace
            join pg_roles r on r.oid = n.nspowner and r.rolname = current_user
            where k.contype = 'f' and k.conparentid = 0 order by n.nspname, c.relname, k.conname
            """)
        .query(ForeignKey.class)
        .list();
  }

  void drop(List<ForeignKey> keys) {
    keys.forEach(key -> jdbc.sql(key.drop()).update());
  }

  /** Checks all rows against each. */
  void add(List<ForeignKey> keys) {
    keys.forEach(key -> jdbc.sql(key.add()).update());
  }

  /** Empties the tables of what migrations put in, and keeps their triggers from acting. */
  void emptyTables() {
    jdbc.sql(
            """
            do $$
            declare one record;
            begin
              for one in select format('%I.%I', n.nspname, c.relname) as name,
                    exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_roles r on r.oid = n.nspowner and r.rolname = current_user
                  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
                    and n.nspname not in ('public', 'information_schema')
              loop
                execute 'truncate table ' || one.name;
                if one.triggers then
                  execute 'alter table ' || one.name || ' disable trigger user';
                end if;
              end loop;
            end $$
            """)
        .update();
  }

  void enableTriggers() {
    jdbc.sql(
            """
            do $$
            declare one record;
            begin
              for one in select distinct format('%I.%I', n.nspname, c.relname) as name
                  from pg_trigger t
                  join pg_class c on c.oid = t.tgrelid
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_roles r on r.oid = n.nspowner and r.rolname = current_user
                  where not t.tgisinternal and c.relkind in ('r', 'p') and not c.relispartition
              loop
                execute 'alter table ' || one.name || ' enable trigger user';
              end loop;
            end $$
            """)
        .update();
  }

  /** Lets each sequence go on after the value that it gave last. */
  void setSequences(Map<String, Long> values) {
    values.forEach(
        (name, value) ->
            jdbc.sql("select setval(?::regclass, ?)")
                .params(name, value)
                .query(Long.class)
                .single());
  }

  /** Lets the planner know the tables' sizes at once. */
  void analyze() {
    jdbc.sql("analyze").update();
  }
}
