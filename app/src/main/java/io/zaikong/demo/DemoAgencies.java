package io.zaikong.demo;

import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Agencies;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.org.Agencies.Post;
import io.zaikong.org.Division;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The city's bureau and brigade, those of its districts, township squads and one zone. */
@Service
class DemoAgencies {

  static final DivisionCode CITY = new DivisionCode("370300");

  /** Where the zone has its seat, and what it looks after instead of the district. */
  static final List<DivisionCode> DELEGATED =
      List.of(new DivisionCode("370303008"), new DivisionCode("370303105"));

  static final String BUREAU = "淄博市应急管理局";

  private static final String ZONE = "淄博高新技术产业开发区安全生产监督管理局";
  private static final int SQUADS_A_DISTRICT = 5;

  private final Agencies agencies;

  DemoAgencies(Agencies agencies) {
    this.agencies = agencies;
  }

  /**
   * Who receives the filings of a part of the city: a district's bureau, or the zone.
   *
   * @param word of its document numbers
   */
  record Receiver(DivisionCode home, String name, String word) {}

  static List<Receiver> receivers(Collection<District> districts) {
    List<Receiver> receivers = new ArrayList<>();
    for (District d : districts) {
      receivers.add(new Receiver(d.code(), d.name() + "应急管理局", "（" + d.shortName() + "）应急危备"));
    }
    receivers.add(new Receiver(DELEGATED.getFirst(), ZONE, "（高新）安监危备"));
    return receivers;
  }

  static boolean isDelegated(DivisionCode division) {
    return DELEGATED.stream().anyMatch(t -> t.contains(division));
  }

  static DivisionCode receiverOf(DivisionCode division) {
    return isDelegated(division) ? DELEGATED.getFirst() : division.at(DivisionCode.Level.DISTRICT);
  }

  void make(Map<District, List<Division>> townships, LocalDate delegatedFrom) {
    make(BUREAU, Kind.BUREAU, CITY, "局长", "分管副局长", "危险化学品监管科科长");
    make("淄博市安全生产执法监察支队", Kind.BRIGADE, CITY, "支队长", "副支队长");
    townships.forEach(
        (district, below) -> {
          make(district.name() + "应急管理局", Kind.BUREAU, district.code(), "局长", "危险化学品监管科科长");
          make(district.name() + "安全生产执法监察大队", Kind.BRIGADE, district.code(), "大队长");
          below.stream()
              .filter(t -> t.name().endsWith("镇") && !DELEGATED.contains(t.code()))
              .limit(SQUADS_A_DISTRICT)
              .forEach(t -> make(t.name() + "安全生产执法监察中队", Kind.SQUAD, t.code(), "中队长"));
        });
    Agency zone = make(ZONE, Kind.FUNCTIONAL_ZONE, DELEGATED.getFirst(), "局长");
    for (DivisionCode township : DELEGATED) {
      Acts.done(agencies.delegate(zone.id(), township, delegatedFrom));
    }
  }

  /** Puts an account's person on a post of the division's first agency that has it. */
  void appoint(DivisionCode division, String title, long accountId) {
    List<Agency> here =
        agencies.list().stream().filter(a -> a.division().equals(division)).toList();
    Post post =
        agencies.listPosts().stream()
            .filter(p -> p.title().equals(title))
            .filter(p -> here.stream().anyMatch(a -> a.id() == p.agencyId()))
            .findFirst()
            .orElseThrow();
    Acts.done(agencies.appoint(post.id(), accountId));
  }

  private Agency make(String name, Kind kind, DivisionCode division, String... posts) {
    Agency agency = Acts.done(agencies.create(name, kind, division));
    for (String post : posts) {
      Acts.done(agencies.addPost(agency.id(), post));
    }
    return agency;
  }
}
