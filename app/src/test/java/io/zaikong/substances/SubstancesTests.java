package io.zaikong.substances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.derivation.Classification;
import io.zaikong.calc.hazard.derivation.Conditions;
import io.zaikong.calc.hazard.derivation.UnitUse;
import io.zaikong.calc.substance.Catalogue;
import io.zaikong.calc.substance.CatalogueEntry;
import io.zaikong.calc.substance.HazardKind;
import io.zaikong.calc.substance.SubstanceFacts;
import io.zaikong.journal.Journal;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue in the real database. */
@AppTest
class SubstancesTests {

  @Autowired ApplicationContext context;
  private TestCity city;
  private Substances substances;

  @BeforeEach
  void open() {
    city = new TestCity(context);
    substances = city.bean(Substances.class);
  }

  @Test
  void thePackagedCatalogueIsThereOnceAndUnchanged() {
    List<SubstanceVersion> packaged =
        as("370300", () -> city.bean(SubstanceStore.class).listStanding()).stream()
            .filter(v -> v.release().equals(Catalogue.VERSION))
            .toList();
    assertThat(packaged.size()).isGreaterThan(2_190);
    SubstanceVersion acetate = find("2638");
    assertThat(acetate.entry().facts().boilingC().orElseThrow()).isEqualByComparingTo("56.7");
    assertThat(acetate.confidence()).isEqualTo(SubstanceConfidence.SOURCED);
    city.bean(CatalogueLoader.class).load();
    assertThat(find("2638")).isEqualTo(acetate);
  }

  @Test
  void aChangeIsANewVersionWithItsReasonAndTheOldOneStays() {
    SubstanceVersion before = find("2623");
    SubstanceDraft draft = draft(before, "36.2", "按SDS核实沸点");
    Object outcome = as("370300", () -> substances.change("2623", before.version(), draft));
    assertThat(outcome).isInstanceOf(Done.class);
    List<SubstanceVersion> versions = as("370300", () -> substances.listVersions("2623"));
    assertThat(versions).hasSize(2);
    assertThat(versions.get(1)).isEqualTo(before);
    assertThat(versions.getFirst().reason()).isEqualTo("按SDS核实沸点");
    assertThat(SubstanceChanges.between(before, versions.getFirst()))
        .contains(new SubstanceChanges.Change("boiling_c", "35", "36.2"));
    assertThat(
            city.asSystem(() -> city.bean(Journal.class).listFor("substances.version", "2623", 5)))
        .anyMatch(e -> e.act().equals("substances.change"));

    assertThat(as("370300", () -> substances.change("2623", before.version(), draft)))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo("substances.changed_meanwhile"));
    assertThat(as("370300", () -> substances.change("2623", 2, draft)))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo("substances.nothing_changed"));
  }

  @Test
  void aNewPackagedCatalogueLeavesWhatTheBureauHasChanged() {
    SubstanceVersion kept = find("193");
    as("370300", () -> substances.change("193", kept.version(), draft(kept, "42.5", "核实")));
    SubstanceVersion untouched = find("1551");
    city.asSystem(
        () -> {
          city.bean(CatalogueLoader.class)
              .load(
                  List.of(
                      draft(kept, "41", "x").entry("193"),
                      draft(untouched, "190", "x").entry("1551")),
                  "test-release");
          return true;
        });
    assertThat(find("193").entry().facts().boilingC()).contains(new BigDecimal("42.5"));
    assertThat(find("1551").entry().facts().boilingC()).contains(new BigDecimal("190"));
    assertThat(find("1551").release()).isEqualTo("test-release");
  }

  @Test
  void onlyWhoSeesTheWholeCityWritesIt() {
    SubstanceVersion standing = find("2285");
    SubstanceDraft draft = draft(standing, "84", "x");
    assertThat(as("370302", () -> substances.change("2285", standing.version(), draft)))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo("substances.city_only"));
    assertThatThrownBy(() -> as("370302", () -> insertCopy("2285")))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(
            () ->
                as(
                    "370300",
                    () ->
                        city.bean(JdbcClient.class)
                            .sql("update substances.version set name = 'x'")
                            .update()))
        .isInstanceOf(DataAccessException.class);
    assertThat(find("2285")).isEqualTo(standing);
  }

  @Test
  void theListIsFiltered() {
    assertThat(numbers(new SubstanceFilter("aibn", null, null, null, null))).contains("1600");
    assertThat(numbers(new SubstanceFilter("7722-84-1", null, null, null, null)))
        .contains("903", "903-2", "903-3");
    assertThat(numbers(new SubstanceFilter("硝酸铵", null, true, null, null)))
        .contains("2286")
        .doesNotContain("2287");
    assertThat(count(new SubstanceFilter(null, HazardKind.AEROSOL, null, null, null))).isEqualTo(2);
    assertThat(count(new SubstanceFilter(null, null, null, false, null))).isBetween(20L, 60L);
    assertThat(numbers(new SubstanceFilter("粗苯", null, null, null, true))).contains("167");
    assertThat(count(SubstanceFilter.all())).isGreaterThanOrEqualTo(2_204);
  }

  @ParameterizedTest
  @CsvSource({"乙酸甲酯, 2638", "醋酸甲酯, 2638", "79-20-9, 2638", "AIBN, 1600", "盐酸, 2507"})
  void aSubstanceIsSuggestedFirstByNameAliasOrNumber(String text, String number) {
    assertThat(as("370302", () -> substances.suggest(text)).getFirst().number()).isEqualTo(number);
  }

  @Test
  void chemicalsAreClassifiedByTheStandingVersions() {
    Conditions unheated =
        (Conditions) substances.read(substances.edition(), "常温", "", "", UnitUse.STORAGE);
    List<Classification> found =
        as(
            "370302",
            () ->
                substances
                    .classify(
                        substances.edition(),
                        List.of(
                            handled("氯", unheated),
                            handled("乙酸甲酯", unheated),
                            handled("双氧水", unheated),
                            handled("没有的物质", unheated),
                            handled("乙酸甲酯", Conditions.NOT_STATED)))
                    .stream()
                    .map(Substances.Answer::classification)
                    .toList());
    assertThat(found.get(0)).isInstanceOf(Classification.AsStated.class);
    assertThat(found.get(1))
        .isInstanceOfSatisfying(
            Classification.Derived.class,
            d -> assertThat(d.derivation().symbols()).containsExactly("W5.3"));
    assertThat(found.get(2)).isInstanceOf(Classification.Refused.class);
    assertThat(found.get(3)).isInstanceOf(Classification.AsStated.class);
    assertThat(found.get(4)).isInstanceOf(Classification.Refused.class);
  }

  private static Substances.Handled handled(String name, Conditions conditions) {
    return new Substances.Handled(new StatedChemical("", name, List.of(), "1"), conditions);
  }

  private int insertCopy(String number) {
    return city.bean(SubstanceStore.class)
        .insertAll(
            List.of(
                new SubstanceVersion(
                    99,
                    find(number).entry(),
                    SubstanceConfidence.CONFIRMED,
                    false,
                    "",
                    "x",
                    "x",
                    find(number).changedAt())));
  }

  private List<String> numbers(SubstanceFilter filter) {
    return as("370302", () -> substances.list(filter, "", 0, 200)).stream()
        .map(SubstanceVersion::number)
        .toList();
  }

  private long count(SubstanceFilter filter) {
    return as("370302", () -> substances.count(filter));
  }

  private SubstanceVersion find(String number) {
    return as("370300", () -> substances.find(number)).orElseThrow();
  }

  private static SubstanceDraft draft(SubstanceVersion from, String boilingC, String reason) {
    CatalogueEntry e = from.entry();
    SubstanceFacts f = e.facts();
    SubstanceFacts facts =
        new SubstanceFacts(
            f.name(),
            f.cas(),
            f.classes(),
            f.otherClasses(),
            f.otherSource(),
            f.state(),
            f.flashC(),
            Optional.of(new BigDecimal(boilingC)),
            f.meltingC(),
            f.table1Row(),
            true,
            f.note());
    return new SubstanceDraft(
        new CatalogueEntry(
            e.number(),
            facts,
            e.nameEn(),
            e.aliases(),
            e.un(),
            e.densityKgM3(),
            e.lelVolPct(),
            e.uelVolPct(),
            e.highlyToxic(),
            e.source()),
        SubstanceConfidence.CONFIRMED,
        reason);
  }

  private <T> T as(String division, Supplier<T> work) {
    DivisionCode home = new DivisionCode(division);
    Actor officer =
        new Actor(7, "officer", "officer", home, Set.of(Role.OFFICER), Scope.of(home), null, "");
    TransactionTemplate transactions =
        new TransactionTemplate(city.bean(PlatformTransactionManager.class));
    return officer.call(
        () -> java.util.Objects.requireNonNull(transactions.execute(status -> work.get())));
  }
}
