package io.zaikong.enterprises;

import io.zaikong.enterprises.DuplicatePair.Reason;
import io.zaikong.shell.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DuplicateStore {

  private final JdbcClient jdbc;

  DuplicateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The ids of a pair, the smaller first. */
  record Suspect(long oneId, long otherId, List<Reason> reasons) {}

  /** Those with most reasons first; pairs that were found to be two are left out. */
  List<Suspect> list(int limit) {
    return jdbc.sql(
            """
            with e as (
              select id, credit_code, name_key, former_keys, address_key, left(division_code, 9) as township, phone,
                principal
              from enterprises.enterprise where merged_into is null),
            suspect (one_id, other_id, reason) as (
              select a.id, b.id, 'SAME_ORGANIZATION' from e a
                join e b on substr(a.credit_code, 9, 9) = substr(b.credit_code, 9, 9) and a.id < b.id
              union all
              select a.id, b.id, 'SAME_NAME' from e a join e b on a.name_key = b.name_key and a.id < b.id
              union all
              select least(a.id, f.id), greatest(a.id, f.id), 'FORMER_NAME'
                from (select id, unnest(former_keys) as key from e where former_keys <> '{}') f
                join e a on a.name_key = f.key and a.id <> f.id
              union all
              select a.id, b.id, 'SAME_PLACE' from e a
                join e b on a.address_key = b.address_key and a.township = b.township and a.id < b.id
                where a.address_key <> '' and (a.phone <> '' and a.phone = b.phone
                  or a.principal <> '' and a.principal = b.principal))
            select one_id, other_id, array_agg(distinct reason) as reasons from suspect s
            where not exists (select from enterprises.distinct_pair d
              where d.one_id = s.one_id and d.other_id = s.other_id)
            group by one_id, other_id order by count(distinct reason) desc, one_id, other_id limit ?
            """)
        .param(limit)
        .query(
            (row, number) ->
                new Suspect(
                    row.getLong("one_id"),
                    row.getLong("other_id"),
                    Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(Reason::valueOf)
                        .sorted()
                        .toList()))
        .list();
  }

  void insertDistinct(long oneId, long otherId, Actor actor, Instant at) {
    jdbc.sql(
            """
            insert into enterprises.distinct_pair (one_id, other_id, decided_at, decided_by) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(
            Math.min(oneId, otherId),
            Math.max(oneId, otherId),
            at.atOffset(ZoneOffset.UTC),
            actor.name())
        .update();
  }

  /** Also those that were merged into it before forward to the survivor. */
  void merge(long mergedId, long survivorId, Instant at) {
    jdbc.sql(
            """
            update enterprises.enterprise set merged_into = :survivor, changed_at = :at
            where id = :merged or merged_into = :merged
            """)
        .param("survivor", survivorId)
        .param("merged", mergedId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
