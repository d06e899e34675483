package io.zaikong.hazards.web;

import io.zaikong.documents.DocumentKind;
import io.zaikong.documents.IssuedDocuments.Letterhead;
import io.zaikong.documents.Papers.Paper;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.Worksheet;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** 辨识分级计算表: the standing worksheet of a unit on paper, always in Chinese. */
@Component
class WorksheetDocument {

  static final DocumentKind KIND = new DocumentKind("hazards.worksheet", "hazards.worksheet");

  private final Declarations declarations;
  private final Divisions divisions;
  private final Texts texts;

  WorksheetDocument(Declarations declarations, Divisions divisions, Texts texts) {
    this.declarations = declarations;
    this.divisions = divisions;
    this.texts = texts;
  }

  @Configuration
  static class Kinds {
    @Bean
    DocumentKind worksheetKind() {
      return KIND;
    }
  }

  String title(HazardSource unit) {
    return unit.enterpriseName() + unit.name() + texts.in(Locale.CHINA).text("hazards.worksheet");
  }

  /**
   * @param head empty for a print that is not issued
   */
  Paper print(HazardSource unit, Worksheet sheet, Optional<Letterhead> head) {
    Optional<Declarations.Site> site =
        declarations.listSites(List.of(unit.enterpriseId())).stream()
            .filter(s -> s.exposedPopulation() == sheet.exposedPopulation())
            .findFirst();
    Words words = texts.in(Locale.CHINA);
    DivisionCode code = unit.division();
    List<String> codes =
        List.of(
            code.at(DivisionCode.Level.DISTRICT).value(),
            code.value().substring(0, Math.min(9, code.value().length())));
    return new Paper(
        "hazards/web/worksheetpaper",
        Map.of(
            "words", words,
            "unit", unit,
            "place", SourceViews.place(code, divisions.names(codes)),
            "sheet", sheet,
            "site", site,
            "head", head));
  }
}
