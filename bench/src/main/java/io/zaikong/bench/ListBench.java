package io.zaikong.bench;

import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bench list [units] [requests]}: pages and API of the list of units over HTTP, one request
 * after the other, against the real application and a database of that many units with its policies
 * on. Prints milliseconds from sending a request to having its whole answer.
 */
final class ListBench {

  /** The facts of so many filed sources, as the triggers would keep them. */
  private static final String ASSESSED =
      """
      insert into filings.standing (source_id, assessment_id, assessed_on, assessed_level, quantitative_required,
        quantitative_done, filed_id, filed_version, filed_state, filed_assessment, filed_submitted_on, filed_on, number,
        roles, technical_from, technical_on, operational_from, operational_on)
      select id, id, day, level, false, false, filed, sign(filed), case when filed > 0 then 'FILED' end, filed, day, day,
        filed::text, '{OPERATIONAL,PRINCIPAL,TECHNICAL}', day, day + 30, day, day + 60
      from (select s.id, s.level, case when s.id % 2 = 0 then s.id end as filed, date '2024-01-01' + (s.id % 1000)::int as day
        from hazards.source s where s.level is not null order by s.id limit ?) as drawn
      """;

  private static final int FILED = 3_000;

  private final int requests;

  private ListBench(int requests) {
    this.requests = requests;
  }

  static void run(List<String> arguments) throws Exception {
    int units = arguments.isEmpty() ? 60_000 : Integer.parseInt(arguments.get(0));
    int requests = arguments.size() < 2 ? 200 : Integer.parseInt(arguments.get(1));
    try (BenchServer server = new BenchServer()) {
      long begun = System.nanoTime();
      int loaded = server.city().load(units);
      System.out.printf(
          "%d units loaded through the census in %.1f s%n",
          loaded, (System.nanoTime() - begun) / 1e9);
      JdbcClient all = server.owner();
      System.out.printf(
          "%d of %d major units assessed, half of those filed%n",
          all.sql(ASSESSED).param(FILED).update(),
          all.sql("select count(level) from hazards.source").query(Long.class).single());
      all.sql("vacuum analyze").update();
      new ListBench(requests).measure(server.base(), server.city());
    }
  }

  private void measure(String base, BenchCity city) throws Exception {
    Account cityOfficer = city.officer("bench-city", BenchCity.CITY, Set.of());
    Account districtOfficer = city.officer("bench-district", new DivisionCode("370303"), Set.of());
    Account sectorOfficer =
        city.officer("bench-sector", BenchCity.CITY, Set.of(Category.HAZCHEM_PRODUCTION.name()));
    BenchVisitor whole = BenchVisitor.signedIn(base, cityOfficer.username());
    BenchVisitor district = BenchVisitor.signedIn(base, districtOfficer.username());
    System.out.print(Timings.HEAD);
    for (String path :
        List.of(
            "/hazards/units",
            "/hazards/units?sort=worst&desc=1",
            "/hazards/units?sort=s",
            "/hazards/units?sort=name",
            "/hazards/units?sort=division",
            "/hazards/units?sort=newest",
            "/hazards/units?grade=MAJOR",
            "/hazards/units?grade=LEVEL_1&kind=STORAGE",
            "/hazards/units?division=370303",
            "/hazards/units?text=" + BenchVisitor.encoded("液氨"),
            "/hazards/units?text=" + BenchVisitor.encoded("第777化工"),
            "/hazards/units?page=600",
            "/hazards/units?page=1200",
            "/hazards/units?sort=name&page=1200",
            "/",
            "/filings",
            "/filings?due=OVERDUE",
            "/filings?state=FILED&page=10",
            "/hazards/sources",
            "/hazards/sources.geojson",
            "/hazards/rules")) {
      whole.time("city officer", path, requests);
    }
    for (String path :
        List.of(
            "/hazards/units",
            "/hazards/units?sort=name",
            "/hazards/units?sort=newest",
            "/hazards/units?grade=MAJOR",
            "/hazards/units?page=100",
            "/hazards/units?text=" + BenchVisitor.encoded("液氨"),
            "/filings",
            "/")) {
      district.time("district officer", path, requests);
    }
    BenchVisitor sector = BenchVisitor.signedIn(base, sectorOfficer.username());
    for (String path :
        List.of("/hazards/units", "/hazards/units?sort=name", "/hazards/units?page=100", "/")) {
      sector.time("officer of a sector", path, requests);
    }
    whole.time("city officer", "/hazards/units/export", 2, 10);
    BenchVisitor token = BenchVisitor.withToken(base, city.token(cityOfficer));
    for (String path :
        List.of(
            "/api/v1/units",
            "/api/v1/units?size=1000",
            "/api/v1/units?page=1200",
            "/api/v1/figures/hazards.sources",
            "/api/v1/figures/hazards.sources?division=370303",
            "/api/v1/figures/hazards.major?level=1")) {
      token.time("city token", path, requests);
    }
    BenchVisitor.withToken(base, city.token(districtOfficer))
        .time("district token", "/api/v1/figures/hazards.sources?division=370300", requests);
  }
}
