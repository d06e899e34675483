package io.zaikong.calc.substance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.calc.hazard.Edition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

  private final Catalogue catalogue = Catalogue.packaged();

  @Test
  void theCatalogueIsWhole() {
    assertThat(catalogue.listAll()).hasSize(2_204);
    Set<String> numbers = new HashSet<>();
    int rows = Edition.gb18218Of2018().tables().table1().size();
    for (CatalogueEntry entry : catalogue.listAll()) {
      assertThat(numbers.add(entry.number())).as(entry.number()).isTrue();
      assertThat(entry.facts().classes()).as(entry.number()).isNotEmpty();
      assertThat(entry.facts().table1Row()).isBetween(0, rows);
      assertThat(entry.source()).isNotEmpty();
    }
  }

  @Test
  void everyRowIsFoundByItsNameAndNumberOrNamedAsOneOfSeveral() {
    for (CatalogueEntry entry : catalogue.listAll()) {
      assertThat(catalogue.find(entry.facts().cas(), entry.facts().name()))
          .isEqualTo(new Catalogue.Match.Found(entry, true));
    }
  }

  @Test
  void namesAreFoundWhateverTheWidthOfTheirSigns() {
    assertThat(catalogue.find("", "过氧化氢溶液（含量≥６０％）"))
        .isInstanceOfSatisfying(
            Catalogue.Match.Found.class,
            found -> assertThat(found.entry().number()).isEqualTo("903"));
    assertThat(catalogue.find("", "双氧水")).isInstanceOf(Catalogue.Match.Ambiguous.class);
    assertThat(catalogue.find("", "没有的物质")).isInstanceOf(Catalogue.Match.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "遇水放出易燃气体的物质和混合物,类别1 | WR1",
        "易燃气体,类别1 | FG1",
        "易燃固体，类别2 | FS2",
        "爆炸物,1.1项 | E1.1",
        "爆炸物,不稳定爆炸物 | EU",
        "急性毒性-吸入,类别2* | AI2*",
        "急性毒性—经皮，类别1 | AD1",
        "有机过氧化物,C型 | OPC",
        "加压气体 | PG",
        "氧化性气体,类别1 | OG1",
        "自反应物质和混合物, D型 | SRD",
        "fl2 | ",
        "易燃 | ",
        "易燃气体 | ",
        "易燃液体,类别9 | "
      })
  void classesAreReadAsWholeWords(String text, String code) {
    assertThat(HazardClass.find(text).map(HazardClass::code).orElse(null)).isEqualTo(code);
  }

  @Test
  void everyClassIsFoundByItsCodeAndItsText() {
    for (HazardKind kind : HazardKind.values()) {
      for (String category : kind.categories()) {
        HazardClass c = new HazardClass(kind, category, false);
        assertThat(HazardClass.find(c.code())).contains(c);
        assertThat(HazardClass.find(c.chinese())).contains(c);
        assertThat(HazardClass.listOf(c.code() + " PG")).hasSize(2).contains(c);
      }
    }
    assertThat(HazardClass.listOf("")).isEqualTo(List.of());
  }
}
