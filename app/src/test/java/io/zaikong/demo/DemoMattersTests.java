package io.zaikong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.coverage.CensusStatus;
import io.zaikong.coverage.Round;
import io.zaikong.coverage.Rounds;
import io.zaikong.coverage.StatusCount;
import io.zaikong.coverage.StatusFilter;
import io.zaikong.documents.DocumentNumbers;
import io.zaikong.documents.NumberSeries;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingRegister.Filter;
import io.zaikong.filings.FilingReview;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is going on in the demonstration city: its filings and its census. */
@ExtendWith(LoadedCity.Provider.class)
class DemoMattersTests {

  private final LoadedCity city;

  DemoMattersTests(LoadedCity city) {
    this.city = city;
  }

  @Test
  void mostMajorSourcesAreFiledAndEveryStateOccurs() {
    Map<String, Long> states =
        city.rows("select state, count(*) as n from filings.filing group by state").stream()
            .collect(Collectors.toMap(r -> String.valueOf(r.get("state")), r -> (Long) r.get("n")));
    assertThat(states)
        .containsOnlyKeys(
            "DRAFT",
            "SUBMITTED",
            "RETURNED",
            "ACCEPTED",
            "FILED",
            "CANCELLATION_ASKED",
            "CHECKED",
            "CANCELLED",
            "SUPERSEDED");
    long inForce =
        city.count("filings.filing where state in ('FILED', 'CANCELLATION_ASKED', 'CHECKED')");
    assertThat(inForce).isBetween(215L, 235L);
    assertThat(
            city.demo()
                .actor("officer")
                .call(
                    () ->
                        city.demo().get(FilingRegister.class).countBy(Filter.all(), 4).stream()
                            .mapToLong(FilingRegister.Count::filed)
                            .sum()))
        .isEqualTo(inForce);
    assertThat(
            city.count(
                "filings.standing t join hazards.source u on u.id = t.source_id where"
                    + " u.level is not null and t.assessment_id is not null"))
        .isBetween(235L, 250L);
    assertThat(city.count("filings.filing where number is not null"))
        .isEqualTo(
            city.count(
                "(select distinct number from filings.filing where number is not null) as given"));
    assertThat(
            city.count(
                "filings.filing where greatest(submitted_on, returned_on, accepted_on, filed_on) >="
                    + " '2026-11-24'"))
        .isZero();
    assertThat(city.count("documents.content")).isLessThan(20);
  }

  @Test
  void theDistrictHasFilingsToReviewAndItsNextNumberGoesOn() {
    Actor district = city.demo().actor("district");
    List<FilingRegister.Entry> waiting =
        district.call(
            () ->
                city.demo()
                    .get(FilingRegister.class)
                    .list(new Filter(null, null, null, null, "SUBMITTED", null, null, null)));
    assertThat(waiting).hasSizeGreaterThanOrEqualTo(2);
    DocumentNumbers numbers = city.demo().get(DocumentNumbers.class);
    List<NumberSeries> own = district.call(() -> numbers.listOwn(FilingReview.CERTIFICATE));
    assertThat(own).hasSize(1);
    assertThat(district.call(() -> numbers.continueAfter(own.getFirst(), 2026, 1)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(city.count("documents.series")).isEqualTo(9);
    assertThat(
            city.count(
                "documents.counter c join documents.series s on s.id = c.series_id where c.last <>"
                    + " (select count(*) from filings.filing f where f.number like s.word || '〔' ||"
                    + " c.year || '〕%')"))
        .isZero();
  }

  @Test
  void someUnitsWaitForWhatIsMissingAndSomeTownshipsAreOverdue() {
    assertThat(city.loaded().summary().incomplete()).isBetween(30, 120);
    assertThat(
            city.count("hazards.source where kind = 'HAZCHEM_UNIT' and incomplete_id is not null"))
        .isEqualTo(city.loaded().summary().incomplete());
    assertThat(city.count("hazards.source where incomplete_id is not null and level is not null"))
        .isZero();
    assertThat(city.count("notices.notice where kind = 'hazards.incomplete' and ended_at is null"))
        .isEqualTo(city.loaded().summary().incomplete());
    List<StatusCount> townships =
        city.demo()
            .actor("officer")
            .call(
                () -> {
                  Round round = city.demo().get(Rounds.class).findOpen().orElseThrow();
                  assertThat(round.dueOn()).isBefore(LoadedCity.AS_OF);
                  return city.demo()
                      .get(CensusStatus.class)
                      .countBy(round, StatusFilter.of(null, null), 9);
                });
    long overdue = townships.stream().filter(t -> t.overdue() > 0).count();
    assertThat(overdue).isBetween(10L, 60L).isLessThan(townships.size());
    assertThat(townships).anyMatch(t -> t.incomplete() > 0);
    assertThat(
            townships.stream()
                .filter(t -> t.code().equals(DemoAccounts.TOWNSHIP.value()))
                .mapToLong(StatusCount::overdue)
                .sum())
        .isPositive();
  }
}
