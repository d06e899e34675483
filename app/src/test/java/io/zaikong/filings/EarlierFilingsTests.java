package io.zaikong.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.filings.FilingState.Draft;
import io.zaikong.filings.FilingState.Filed;
import io.zaikong.filings.FilingState.Submitted;
import io.zaikong.filings.FilingState.Superseded;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Filings that were made on paper, and the persons who were named there. */
@AppTest
class EarlierFilingsTests {

  @Autowired ApplicationContext context;
  private FilingCase one;

  @BeforeEach
  void aSource() {
    one = new FilingCase(new TestCity(context));
  }

  private Outcome<Filing> enter(String filing, FilingState state) {
    long id = Long.parseLong(filing.substring(filing.lastIndexOf('/') + 1));
    return one.city.asSystem(() -> one.city.bean(EarlierFilings.class).enter(id, state, Map.of()));
  }

  private static Filed filed(LocalDate submitted, String number) {
    return new Submitted(submitted)
        .accept(submitted.plusDays(1))
        .file(submitted.plusDays(2), number);
  }

  private List<Filing> versions() {
    return one.city.asSystem(() -> one.city.bean(Filings.class).listOf(one.source));
  }

  @Test
  void whatWasFiledOnPaperKeepsItsDaysAndNumberAndALaterOneSupersedesIt() {
    LocalDate then = one.today().minusDays(700);
    one.assess(then.minusDays(3), true);
    String first = one.begin();
    one.provide(first, 2, 3, 4, 5, 6, 7, 9, 10);
    assertThat(enter(first, filed(then, "（博）应急旧〔2024〕" + one.number + "号")))
        .isInstanceOf(Done.class);
    assertThat(one.enterprise.get(first).body()).contains("（博）应急旧〔2024〕" + one.number + "号");

    LocalDate later = one.today().minusDays(20);
    one.assess(later.minusDays(3), true);
    assertThat(one.enterprise.get("/inbox").body()).contains("评估完成，应报备案");
    String second = one.begin();
    assertThat(enter(second, filed(later, "（博）应急新〔2026〕" + one.number + "号")))
        .isInstanceOf(Done.class);
    assertThat(versions())
        .extracting(Filing::state)
        .containsExactly(
            filed(later, "（博）应急新〔2026〕" + one.number + "号"),
            new Superseded(filed(then, "（博）应急旧〔2024〕" + one.number + "号"), later.plusDays(2)));
    assertThat(one.enterprise.get("/inbox").body()).doesNotContain("评估完成，应报备案");
  }

  @Test
  void whatCouldNotHaveBeenSubmittedIsNotTakenOver() {
    LocalDate then = one.today().minusDays(100);
    one.assess(then, true);
    String filing = one.begin();
    assertThat(enter(filing, filed(then, "缺"))).isInstanceOf(Refused.class);
    one.provide(filing, 2, 3, 4, 5, 6, 7, 9, 10);
    assertThat(enter(filing, filed(then.minusDays(1), "早"))).isInstanceOf(Refused.class);
    assertThat(enter(filing, filed(one.today(), "迟"))).isInstanceOf(Refused.class);
    assertThat(enter(filing, new Draft())).isInstanceOf(Refused.class);
    assertThat(versions()).extracting(Filing::state).containsExactly(new Draft());
  }

  @Test
  void whoWasNamedInTimeOnPaperIsNotLate() {
    MajorSource source =
        one.city.asSystem(
            () ->
                one.city
                    .bean(FilingRegister.class)
                    .find(one.source)
                    .orElseThrow()
                    .standing()
                    .source());
    LocalDate from = one.today().minusDays(90);
    Accountable person =
        new Accountable(
            0, AccountableRole.PRINCIPAL, "公孙远", "总经理", "0533-0900001", from, null, from);
    EarlierFilings earlier = one.city.bean(EarlierFilings.class);
    assertThat(one.city.asSystem(() -> earlier.name(source, person))).isInstanceOf(Done.class);
    assertThat(one.city.asSystem(() -> earlier.name(source, person))).isInstanceOf(Refused.class);
    assertThat(one.enterprise.get(one.page()).body()).contains("公孙远");
    assertThat(one.city.asSystem(() -> one.city.bean(Accountables.class).list(one.source)))
        .singleElement()
        .matches(p -> p.recordedOn().equals(from));
  }
}
