package io.zaikong.demo;

import io.zaikong.enterprises.Contacts;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.PersonPost;
import io.zaikong.enterprises.Structure;
import io.zaikong.enterprises.Structure.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Workshops, teams and a few people of the plants, under names that nobody bears. */
@Service
class DemoStaff {

  private static final long SEED = 370306L;
  private static final List<String> WORKSHOPS = List.of("生产车间", "储运车间", "公用工程车间", "包装车间");
  private static final List<String> TEAMS = List.of("甲班", "乙班", "丙班");

  /** People for each workshop from which on a plant has another. */
  private static final int PEOPLE_A_WORKSHOP = 60;

  private static final int MOST_IN_TEAM = 3;

  private final Structure structure;
  private final InventedNames names = new InventedNames();

  DemoStaff(Structure structure) {
    this.structure = structure;
  }

  /** How many people they have. */
  int employ(Collection<Enterprise> plants) {
    Random random = new Random(SEED);
    List<Member> members = new ArrayList<>();
    plants.forEach(plant -> add(members, plant, random));
    return Acts.done(structure.addAll(members));
  }

  private void add(List<Member> members, Enterprise plant, Random random) {
    Contacts contacts = plant.contacts();
    members.add(
        new Member(
            plant.id(),
            "",
            "",
            contacts.principal(),
            Set.of(PersonPost.PRINCIPAL),
            contacts.principalPhone()));
    members.add(
        new Member(
            plant.id(),
            "",
            "",
            contacts.safetyManager(),
            Set.of(PersonPost.SAFETY_MANAGER),
            contacts.safetyManagerPhone()));
    Integer workforce = plant.workforce();
    int most = workforce == null ? 1 : 1 + workforce / PEOPLE_A_WORKSHOP;
    for (String workshop : WORKSHOPS.subList(0, Math.min(WORKSHOPS.size(), most))) {
      for (String team : TEAMS.subList(0, 1 + random.nextInt(TEAMS.size()))) {
        members.add(worker(plant, workshop, team, PersonPost.SPECIAL_OPERATOR, random));
        int workers = 1 + random.nextInt(MOST_IN_TEAM);
        for (int i = 0; i < workers; i++) {
          members.add(worker(plant, workshop, team, PersonPost.EMPLOYEE, random));
        }
      }
    }
  }

  private Member worker(
      Enterprise plant, String workshop, String team, PersonPost post, Random random) {
    return new Member(plant.id(), workshop, team, names.person(random), Set.of(post), "");
  }
}
