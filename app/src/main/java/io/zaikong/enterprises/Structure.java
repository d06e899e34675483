package io.zaikong.enterprises;

import io.zaikong.shell.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Workshops, teams and people of an enterprise (企业 → 车间 → 班组 → 个人). */
@Service
public class Structure {

  private static final int NAME_CHARS = 100;
  private static final int PHONE_CHARS = 60;

  /** A page shows no more people than that. */
  private static final int SHOWN = 500;

  private final StructureStore store;
  private final Enterprises enterprises;
  private final Clock clock;

  Structure(StructureStore store, Enterprises enterprises, Clock clock) {
    this.store = store;
    this.enterprises = enterprises;
    this.clock = clock;
  }

  /**
   * All of an enterprise that there is today; {@code total} counts the people that are not shown
   * too.
   */
  public record Parts(List<Workshop> workshops, List<Team> teams, List<Person> people, long total) {

    public List<Team> teamsOf(@Nullable Long workshopId) {
      return teams.stream()
          .filter(t -> java.util.Objects.equals(t.workshopId(), workshopId))
          .toList();
    }

    /** Workshop and team (车间/班组); empty for somebody of no team. */
    public String placeOf(@Nullable Long teamId) {
      return teams.stream()
          .filter(t -> teamId != null && t.id() == teamId)
          .findFirst()
          .map(this::nameOf)
          .orElse("");
    }

    /** With its workshop before it: several workshops may each have a team of one name. */
    public String nameOf(Team team) {
      return workshops.stream()
          .filter(w -> team.workshopId() != null && w.id() == team.workshopId())
          .findFirst()
          .map(w -> w.name() + "/" + team.name())
          .orElse(team.name());
    }
  }

  @Transactional(readOnly = true)
  public Parts of(long enterpriseId) {
    return new Parts(
        store.listWorkshops(enterpriseId),
        store.listTeams(enterpriseId),
        store.listPeople(enterpriseId, SHOWN),
        store.countPeople(enterpriseId));
  }

  @Transactional
  public Outcome<String> addWorkshop(long enterpriseId, String name) {
    Optional<Outcome<String>> wrong = wrongName("workshop", name);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    if (!store.addWorkshop(enterpriseId, name)) {
      return Outcome.refused("workshop", "enterprise.structure.twice");
    }
    return noted(enterpriseId, "enterprise.workshop.add", name);
  }

  @Transactional
  public Outcome<String> addTeam(long enterpriseId, @Nullable Long workshopId, String name) {
    Optional<Outcome<String>> wrong = wrongName("team", name);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    if (workshopId != null
        && store.listWorkshops(enterpriseId).stream().noneMatch(w -> w.id() == workshopId)) {
      return Outcome.refused("team", "enterprise.structure.gone");
    }
    if (!store.addTeam(enterpriseId, workshopId, name)) {
      return Outcome.refused("team", "enterprise.structure.twice");
    }
    return noted(enterpriseId, "enterprise.team.add", name);
  }

  @Transactional
  public Outcome<String> addPerson(
      long enterpriseId, String name, Set<PersonPost> posts, @Nullable Long teamId, String phone) {
    Optional<Outcome<String>> wrong = wrongName("person", name);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    if (posts.isEmpty()) {
      return Outcome.refused("post", "enterprise.structure.post");
    }
    if (phone.length() > PHONE_CHARS) {
      return Outcome.refused("person_phone", "enterprise.too-long", String.valueOf(PHONE_CHARS));
    }
    if (teamId != null && store.listTeams(enterpriseId).stream().noneMatch(t -> t.id() == teamId)) {
      return Outcome.refused("person", "enterprise.structure.gone");
    }
    store.addPerson(enterpriseId, new Person(0, name, posts, teamId, phone), clock.instant());
    return noted(enterpriseId, "enterprise.person.add", name);
  }

  /**
   * Somebody as a list of staff states him.
   *
   * @param workshop name; empty for a team of no workshop
   * @param team name; empty for somebody of no team
   */
  public record Member(
      long enterpriseId,
      String workshop,
      String team,
      String name,
      Set<PersonPost> posts,
      String phone) {

    public Member {
      posts = Set.copyOf(posts);
    }
  }

  /**
   * Takes up lists of staff, with the workshops and teams that they name, in six statements however
   * many people there are.
   *
   * @return how many people
   */
  @Transactional
  public Outcome<Integer> addAll(List<Member> members) {
    for (Member member : members) {
      boolean tooLong =
          Stream.of(member.workshop(), member.team(), member.name())
              .anyMatch(n -> n.length() > NAME_CHARS);
      if (tooLong) {
        return Outcome.refused("person", "enterprise.too-long", String.valueOf(NAME_CHARS));
      }
      if (member.phone().length() > PHONE_CHARS) {
        return Outcome.refused("person_phone", "enterprise.too-long", String.valueOf(PHONE_CHARS));
      }
      if (member.name().isEmpty()) {
        return Outcome.refused("person", "enterprise.required");
      }
      if (member.posts().isEmpty()) {
        return Outcome.refused("post", "enterprise.structure.post");
      }
    }
    store.addAll(members, clock.instant());
    Map<Long, Long> people =
        members.stream()
            .collect(Collectors.groupingBy(Member::enterpriseId, Collectors.counting()));
    enterprises.noteAll("enterprise.staff", texts(people));
    return Outcome.done(members.size());
  }

  private static Map<Long, String> texts(Map<Long, Long> counts) {
    Map<Long, String> texts = new TreeMap<>();
    counts.forEach((id, count) -> texts.put(id, count.toString()));
    return texts;
  }

  /** Only when no team is left in it. */
  @Transactional
  public Outcome<String> closeWorkshop(long enterpriseId, long id) {
    return store
        .closeWorkshop(enterpriseId, id, clock.instant())
        .map(name -> noted(enterpriseId, "enterprise.workshop.close", name))
        .orElseGet(() -> Outcome.refused("workshop", "enterprise.structure.used"));
  }

  /** Only when nobody is left in it. */
  @Transactional
  public Outcome<String> closeTeam(long enterpriseId, long id) {
    return store
        .closeTeam(enterpriseId, id, clock.instant())
        .map(name -> noted(enterpriseId, "enterprise.team.close", name))
        .orElseGet(() -> Outcome.refused("team", "enterprise.structure.used"));
  }

  @Transactional
  public Outcome<String> leave(long enterpriseId, long personId) {
    return store
        .leave(enterpriseId, personId, clock.instant())
        .map(name -> noted(enterpriseId, "enterprise.person.leave", name))
        .orElseGet(() -> Outcome.refused("person", "enterprise.structure.gone"));
  }

  private static Optional<Outcome<String>> wrongName(String field, String name) {
    if (name.isEmpty()) {
      return Optional.of(Outcome.refused(field, "enterprise.required"));
    }
    return name.length() > NAME_CHARS
        ? Optional.of(Outcome.refused(field, "enterprise.too-long", String.valueOf(NAME_CHARS)))
        : Optional.empty();
  }

  private Outcome<String> noted(long enterpriseId, String act, String name) {
    enterprises.note(enterprises.find(enterpriseId).orElseThrow(), act, List.of(), name);
    return Outcome.done(name);
  }
}
