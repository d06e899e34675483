package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.DelegatedTownship;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.org.Agencies.Post;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
            select id, name, kind, division_code from org.agency
            where valid_from <= :day and (valid_to is null or valid_to > :day) order by division_code, id
            """)
        .param("day", day)
        .query(AgencyStore::agency)
        .list();
  }

  Optional<Agency> find(long id) {
    return jdbc.sql("select id, name, kind, division_code from org.agency where id = ?")
        .param(id)
        .query(AgencyStore::agency)
        .optional();
  }

  Optional<Agency> findOfPost(long postId) {
    return jdbc.sql(
            """
            select a.id, a.name, a.kind, a.division_code
            from org.agency a join org.post p on p.agency_id = a.id where p.id = ?
            """)
        .param(postId)
        .query(AgencyStore::agency)
        .optional();
  }

  /** Empty when the division has an agency of that name. */
  Optional<Long> insert(String name, Kind kind, DivisionCode division, LocalDate from) {
    return jdbc.sql(
            """
            insert into org.agency (name, kind, division_code, valid_from) values (?, ?, ?, ?)
            on conflict (division_code, name) do nothing returning id
            """)
        .params(name, kind.name(), division.value(), from)
        .query(Long.class)
        .optional();
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

  private static Agency agency(ResultSet row, int number) throws SQLException {
    return new Agency(
        row.getLong("id"),
        row.getString("name"),
        Kind.valueOf(row.getString("kind")),
        new DivisionCode(row.getString("division_code")));
  }
}
