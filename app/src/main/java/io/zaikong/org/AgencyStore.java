package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.DelegatedTownship;
import io.zaikong.org.Agencies.Holding;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.org.Agencies.Post;
import io.zaikong.org.Agencies.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgencyStore {

  private final JdbcClient jdbc;

  AgencyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Agency> list(LocalDate day) {
    return jdbc.sql(
            """
            select id, name, kind, division_code, parent_id, valid_from, valid_to from org.agency
            where valid_from <= :day and (valid_to is null or valid_to > :day) order by division_code, id
            """)
        .param("day", day)
        .query(AgencyStore::agency)
        .list();
  }

  List<Agency> list(Wanted wanted, LocalDate day, long offset, int limit) {
    return jdbc.sql(
            """
            select id, name, kind, division_code, parent_id, valid_from, valid_to from org.agency
            where (:kind::text is null or kind = :kind)
              and (:division::text is null or shell.codes_in(:division) @> division_code)
              and (:text::text is null or position(:text in name) > 0)
              and valid_from <= :day and (valid_to is null or valid_to > :day)
            order by division_code, id offset :offset limit :limit
            """)
        .params(parameters(wanted, day))
        .param("offset", offset)
        .param("limit", limit)
        .query(AgencyStore::agency)
        .list();
  }

  long count(Wanted wanted, LocalDate day) {
    return jdbc.sql(
            """
            select count(*) from org.agency
            where (:kind::text is null or kind = :kind)
              and (:division::text is null or shell.codes_in(:division) @> division_code)
              and (:text::text is null or position(:text in name) > 0)
              and valid_from <= :day and (valid_to is null or valid_to > :day)
            """)
        .params(parameters(wanted, day))
        .query(Long.class)
        .single();
  }

  private static Map<String, @Nullable Object> parameters(Wanted wanted, LocalDate day) {
    Kind kind = wanted.kind();
    DivisionCode division = wanted.division();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("kind", kind == null ? null : kind.name());
    parameters.put("division", division == null ? null : division.value());
    parameters.put("text", wanted.text());
    parameters.put("day", day);
    return parameters;
  }

  List<Agency> listOffices(long parentId, LocalDate day) {
    return jdbc.sql(
            """
            select id, name, kind, division_code, parent_id, valid_from, valid_to from org.agency
            where parent_id = :parent and valid_from <= :day and (valid_to is null or valid_to > :day) order by id
            """)
        .param("parent", parentId)
        .param("day", day)
        .query(AgencyStore::agency)
        .list();
  }

  Optional<Agency> find(long id) {
    return jdbc.sql(
            """
            select id, name, kind, division_code, parent_id, valid_from, valid_to from org.agency where id = ?
            """)
        .param(id)
        .query(AgencyStore::agency)
        .optional();
  }

  Optional<Agency> findOfPost(long postId) {
    return jdbc.sql(
            """
            select a.id, a.name, a.kind, a.division_code, a.parent_id, a.valid_from, a.valid_to
            from org.agency a join org.post p on p.agency_id = a.id where p.id = ?
            """)
        .param(postId)
        .query(AgencyStore::agency)
        .optional();
  }

  /** Empty when the division has or had an agency of that name. */
  Optional<Long> insert(
      String name, Kind kind, DivisionCode division, @Nullable Long parentId, LocalDate from) {
    return jdbc.sql(
            """
            insert into org.agency (name, kind, division_code, parent_id, valid_from)
            values (:name, :kind, :division, :parent::bigint, :from)
            on conflict (division_code, name) do nothing returning id
            """)
        .param("name", name)
        .param("kind", kind.name())
        .param("division", division.value())
        .param("parent", parentId)
        .param("from", from)
        .query(Long.class)
        .optional();
  }

  boolean hasOffices(long id, LocalDate day) {
    return jdbc.sql(
            """
            select exists (select from org.agency where parent_id = ? and (valid_to is null or valid_to > ?))
            """)
        .params(id, day)
        .query(Boolean.class)
        .single();
  }

  /** Whether a township or an account's scope hangs on the zone on the day or later. */
  boolean isZoneInUse(long id, LocalDate day) {
    return jdbc.sql(
            """
            select exists (select from org.delegation where zone_id = :id and (valid_to is null or valid_to > :day))
              or exists (select from org.account_scope
                where zone_id = :id and (valid_to is null or valid_to >= :day))
            """)
        .param("id", id)
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  void close(long id, LocalDate day) {
    jdbc.sql("update org.agency set valid_to = ? where id = ?").params(day, id).update();
    jdbc.sql(
            """
            update org.post_holding set valid_to = greatest(?, valid_from + 1)
            where valid_to is null and post_id in (select id from org.post where agency_id = ?)
            """)
        .params(day, id)
        .update();
  }

  List<Post> listPosts(LocalDate day) {
    return jdbc.sql(
            """
            select p.id, p.agency_id, p.title,
              (select string_agg(person.name, '、' order by h.valid_from)
               from org.post_holding h join org.person on person.id = h.person_id
               where h.post_id = p.id and h.valid_from <= :day and (h.valid_to is null or h.valid_to > :day)) as holder
            from org.post p order by p.agency_id, p.id
            """)
        .param("day", day)
        .query(Post.class)
        .list();
  }

  List<Post> listPosts(long agencyId, LocalDate day) {
    return jdbc.sql(
            """
            select p.id, p.agency_id, p.title,
              (select string_agg(person.name, '、' order by h.valid_from)
               from org.post_holding h join org.person on person.id = h.person_id
               where h.post_id = p.id and h.valid_from <= :day and (h.valid_to is null or h.valid_to > :day)) as holder
            from org.post p where p.agency_id = :agency order by p.id
            """)
        .param("agency", agencyId)
        .param("day", day)
        .query(Post.class)
        .list();
  }

  List<Holding> listHoldings(long agencyId) {
    return jdbc.sql(
            """
            select h.post_id, person.name, h.valid_from, h.valid_to
            from org.post p join org.post_holding h on h.post_id = p.id join org.person on person.id = h.person_id
            where p.agency_id = ? order by h.valid_from desc, p.id
            """)
        .param(agencyId)
        .query(
            (row, number) ->
                new Holding(
                    row.getLong("post_id"),
                    row.getString("name"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)))
        .list();
  }

  /** Takes the holders off the post; the number of them. */
  int relieve(long postId, LocalDate day) {
    return jdbc.sql(
            """
            update org.post_holding set valid_to = greatest(?, valid_from + 1)
            where post_id = ? and valid_to is null
            """)
        .params(day, postId)
        .update();
  }

  boolean insertPost(long agencyId, String title) {
    return jdbc.sql("insert into org.post (agency_id, title) values (?, ?) on conflict do nothing")
            .params(agencyId, title)
            .update()
        == 1;
  }

  /** False when the account is not in sight. */
  boolean appoint(long postId, long accountId, LocalDate day) {
    jdbc.sql(
            """
            update org.post_holding set valid_to = greatest(?, valid_from + 1)
            where post_id = ? and valid_to is null
              and person_id <> (select person_id from org.account where id = ?)
            """)
        .params(day, postId, accountId)
        .update();
    return jdbc.sql(
                """
                insert into org.post_holding (post_id, person_id, valid_from)
                select ?, person_id, ? from org.account where id = ?
                on conflict (post_id, person_id, valid_from) do update set valid_to = null
                """)
            .params(postId, day, accountId)
            .update()
        == 1;
  }

  List<DelegatedTownship> listDelegations() {
    return jdbc.sql(
            "select id, zone_id, township_code, valid_from, valid_to from org.delegation order by"
                + " id")
        .query(
            (row, number) ->
                new DelegatedTownship(
                    row.getLong("id"),
                    row.getLong("zone_id"),
                    new DivisionCode(row.getString("township_code")),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)))
        .list();
  }

  boolean isDelegated(DivisionCode township, LocalDate from) {
    return jdbc.sql(
            """
            select exists (select from org.delegation
              where township_code = ? and daterange(valid_from, valid_to) && daterange(?, null))
            """)
        .params(township.value(), from)
        .query(Boolean.class)
        .single();
  }

  void insertDelegation(long zoneId, DivisionCode township, LocalDate from) {
    jdbc.sql("insert into org.delegation (zone_id, township_code, valid_from) values (?, ?, ?)")
        .params(zoneId, township.value(), from)
        .update();
  }

  void endDelegation(long id, LocalDate day) {
    jdbc.sql("update org.delegation set valid_to = ? where id = ?").params(day, id).update();
  }

  private static Agency agency(ResultSet row, int number) throws SQLException {
    return new Agency(
        row.getLong("id"),
        row.getString("name"),
        Kind.valueOf(row.getString("kind")),
        new DivisionCode(row.getString("division_code")),
        row.getObject("parent_id", Long.class),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
