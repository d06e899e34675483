package io.zaikong.enterprises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Workshops, teams and people; what ended keeps its row. */
@Repository
class StructureStore {

  private final JdbcClient jdbc;

  StructureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Workshop> listWorkshops(long enterpriseId) {
    return jdbc.sql(
            """
            select id, name from enterprises.workshop where enterprise_id = ? and closed_at is null order by name
            """)
        .param(enterpriseId)
        .query(Workshop.class)
        .list();
  }

  List<Team> listTeams(long enterpriseId) {
    return jdbc.sql(
            """
            select id, workshop_id, name from enterprises.team where enterprise_id = ? and closed_at is null
            order by name
            """)
        .param(enterpriseId)
        .query(
            (row, number) ->
                new Team(
                    row.getLong("id"),
                    row.getObject("workshop_id", Long.class),
                    row.getString("name")))
        .list();
  }

  List<Person> listPeople(long enterpriseId, int limit) {
    return jdbc.sql(
            """
            select id, name, posts, team_id, phone from enterprises.person
            where enterprise_id = ? and left_at is null
            order by not ('PRINCIPAL' = any (posts)), not ('SAFETY_MANAGER' = any (posts)),
              not ('SPECIAL_OPERATOR' = any (posts)), name, id limit ?
            """)
        .params(enterpriseId, limit)
        .query(StructureStore::person)
        .list();
  }

  long countPeople(long enterpriseId) {
    return jdbc.sql(
            "select count(*) from enterprises.person where enterprise_id = ? and left_at is null")
        .param(enterpriseId)
        .query(Long.class)
        .single();
  }

  /** False when there is one of that name. */
  boolean addWorkshop(long enterpriseId, String name) {
    return jdbc.sql(
                """
                insert into enterprises.workshop (enterprise_id, name) values (?, ?)
                on conflict (enterprise_id, name) where closed_at is null do nothing
                """)
            .params(enterpriseId, name)
            .update()
        == 1;
  }

  /** False when there is one of that name in the workshop. */
  boolean addTeam(long enterpriseId, @Nullable Long workshopId, String name) {
    return jdbc.sql(
                """
                insert into enterprises.team (enterprise_id, workshop_id, name) values (:enterprise, :workshop, :name)
                on conflict (enterprise_id, coalesce(workshop_id, 0), name) where closed_at is null do nothing
                """)
            .param("enterprise", enterpriseId)
            .param("workshop", workshopId)
            .param("name", name)
            .update()
        == 1;
  }

  void addPerson(long enterpriseId, Person person, Instant at) {
    jdbc.sql(
            """
            insert into enterprises.person (enterprise_id, team_id, name, posts, phone, joined_at)
            values (:enterprise, :team, :name, :posts::text[], :phone, :at)
            """)
        .param("enterprise", enterpriseId)
        .param("team", person.teamId())
        .param("name", person.name())
        .param("posts", person.posts().stream().map(Enum::name).toArray(String[]::new))
        .param("phone", person.phone())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** With the workshops and teams that there are not yet; three statements. */
  void addAll(List<Structure.Member> members, Instant at) {
    jdbc.sql(
            """
            insert into enterprises.workshop (enterprise_id, name)
            select distinct m.enterprise, m.workshop
            from unnest(:enterprises::bigint[], :workshops::text[]) as m (enterprise, workshop) where m.workshop <> ''
            order by 1, 2
            on conflict (enterprise_id, name) where closed_at is null do nothing
            """)
        .param("enterprises", enterprises(members))
        .param("workshops", texts(members, Structure.Member::workshop))
        .update();
    jdbc.sql(
            """
            insert into enterprises.team (enterprise_id, workshop_id, name)
            select distinct m.enterprise, w.id, m.team
            from unnest(:enterprises::bigint[], :workshops::text[], :teams::text[]) as m (enterprise, workshop, team)
            left join enterprises.workshop w on w.enterprise_id = m.enterprise and w.name = m.workshop
              and w.closed_at is null
            where m.team <> '' order by 1, 2, 3
            on conflict (enterprise_id, coalesce(workshop_id, 0), name) where closed_at is null do nothing
            """)
        .param("enterprises", enterprises(members))
        .param("workshops", texts(members, Structure.Member::workshop))
        .param("teams", texts(members, Structure.Member::team))
        .update();
    jdbc.sql(
            """
            insert into enterprises.person (enterprise_id, team_id, name, posts, phone, joined_at)
            select m.enterprise, t.id, m.name, string_to_array(m.posts, ','), m.phone, :at
            from unnest(:enterprises::bigint[], :workshops::text[], :teams::text[], :names::text[], :posts::text[],
              :phones::text[]) with ordinality as m (enterprise, workshop, team, name, posts, phone, place)
            left join enterprises.workshop w on w.enterprise_id = m.enterprise and w.name = m.workshop
              and w.closed_at is null
            left join enterprises.team t on t.enterprise_id = m.enterprise and t.name = m.team
              and t.workshop_id is not distinct from w.id and t.closed_at is null
            order by m.place
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("enterprises", enterprises(members))
        .param("workshops", texts(members, Structure.Member::workshop))
        .param("teams", texts(members, Structure.Member::team))
        .param("names", texts(members, Structure.Member::name))
        .param(
            "posts",
            texts(
                members,
                m -> m.posts().stream().map(Enum::name).sorted().collect(Collectors.joining(","))))
        .param("phones", texts(members, Structure.Member::phone))
        .update();
  }

  private static Long[] enterprises(List<Structure.Member> members) {
    return members.stream().map(Structure.Member::enterpriseId).toArray(Long[]::new);
  }

  private static String[] texts(
      List<Structure.Member> members, Function<Structure.Member, String> part) {
    return members.stream().map(part).toArray(String[]::new);
  }

  /** The name of what was closed; empty when there is nothing open of that id. */
  Optional<String> closeWorkshop(long enterpriseId, long id, Instant at) {
    return jdbc.sql(
            """
            update enterprises.workshop w set closed_at = ?
            where enterprise_id = ? and id = ? and closed_at is null
              and not exists (select from enterprises.team t where t.workshop_id = w.id and t.closed_at is null)
            returning name
            """)
        .params(at.atOffset(ZoneOffset.UTC), enterpriseId, id)
        .query(String.class)
        .optional();
  }

  Optional<String> closeTeam(long enterpriseId, long id, Instant at) {
    return jdbc.sql(
            """
            update enterprises.team t set closed_at = ?
            where enterprise_id = ? and id = ? and closed_at is null
              and not exists (select from enterprises.person p where p.team_id = t.id and p.left_at is null)
            returning name
            """)
        .params(at.atOffset(ZoneOffset.UTC), enterpriseId, id)
        .query(String.class)
        .optional();
  }

  Optional<String> leave(long enterpriseId, long personId, Instant at) {
    return jdbc.sql(
            """
            update enterprises.person set left_at = ? where enterprise_id = ? and id = ? and left_at is null
            returning name
            """)
        .params(at.atOffset(ZoneOffset.UTC), enterpriseId, personId)
        .query(String.class)
        .optional();
  }

  /**
   * Gives all of one enterprise to another; what has the same name there gets the former
   * enterprise's name behind it. Teams and people of a workshop follow it by their keys.
   */
  void move(long from, long to, String formerName) {
    jdbc.sql(
            """
            update enterprises.workshop w set enterprise_id = :to,
              name = case when exists (select from enterprises.workshop o
                where o.enterprise_id = :to and o.name = w.name and o.closed_at is null)
                then w.name || '（' || :former || '）' else w.name end
            where w.enterprise_id = :from
            """)
        .param("from", from)
        .param("to", to)
        .param("former", formerName)
        .update();
    jdbc.sql(
            """
            update enterprises.team t set enterprise_id = :to,
              name = case when exists (select from enterprises.team o
                where o.enterprise_id = :to and o.workshop_id is null and o.name = t.name and o.closed_at is null)
                then t.name || '（' || :former || '）' else t.name end
            where t.enterprise_id = :from
            """)
        .param("from", from)
        .param("to", to)
        .param("former", formerName)
        .update();
    jdbc.sql("update enterprises.person set enterprise_id = ? where enterprise_id = ?")
        .params(to, from)
        .update();
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        row.getLong("id"),
        row.getString("name"),
        Arrays.stream((String[]) row.getArray("posts").getArray())
            .map(PersonPost::valueOf)
            .collect(Collectors.toSet()),
        row.getObject("team_id", Long.class),
        row.getString("phone"));
  }
}
