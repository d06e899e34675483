package io.zaikong.filings.web;

import io.zaikong.documents.DocumentKind;
import io.zaikong.documents.IssuedDocuments.Letterhead;
import io.zaikong.documents.Papers.Paper;
import io.zaikong.filings.Accountable;
import io.zaikong.filings.Content;
import io.zaikong.filings.Filing;
import io.zaikong.filings.FilingReview;
import io.zaikong.filings.FilingRules;
import io.zaikong.filings.MajorSource;
import io.zaikong.filings.Summaries;
import io.zaikong.filings.Summary;
import io.zaikong.filings.Summary.Period;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Filings on paper, always in Chinese: certificate, notice board, list sent up. */
@Component
class FilingPapers {

  private final Divisions divisions;
  private final Texts texts;

  FilingPapers(Divisions divisions, Texts texts) {
    this.divisions = divisions;
    this.texts = texts;
  }

  @Configuration
  static class Kinds {
    @Bean
    DocumentKind filingKind() {
      return FilingReview.CERTIFICATE;
    }

    @Bean
    DocumentKind summaryKind() {
      return Summaries.PAPER;
    }
  }

  String certificateTitle(Filing filing) {
    return filing.source().enterpriseName()
        + filing.source().name()
        + words().text("filings.certificate");
  }

  /**
   * @param filedOn the day of filing
   * @param head empty for a copy without letterhead
   */
  Paper certificate(
      Filing filing, List<Content> contents, LocalDate filedOn, Optional<Letterhead> head) {
    return new Paper(
        "filings/web/certificate",
        Map.of(
            "words", words(),
            "filing", filing,
            "place", place(filing.source()),
            "contents", contents,
            "filedOn", filedOn,
            "head", head));
  }

  String boardTitle(MajorSource source) {
    return source.enterpriseName() + source.name() + words().text("filings.board");
  }

  /** The notice board (公示牌) of those who answer today. */
  Paper board(MajorSource source, List<Accountable> persons, LocalDate today) {
    return new Paper(
        "filings/web/board",
        Map.of(
            "words", words(),
            "source", source,
            "persons", persons,
            "rules", FilingRules.current(),
            "today", today));
  }

  String summaryTitle(Period period) {
    return words()
        .text(
            "filings.summary.paper." + period.rule().kind(),
            words().longDate(period.begin()),
            words().longDate(period.end()));
  }

  Paper summary(Period period, List<Summary.Row> rows, LocalDate asOf, Letterhead head) {
    return new Paper(
        "filings/web/summarypaper",
        Map.of(
            "words",
            words(),
            "title",
            summaryTitle(period),
            "clause",
            period.rule().clause(),
            "rows",
            rows,
            "asOf",
            asOf,
            "head",
            head));
  }

  private String place(MajorSource source) {
    String district = source.division().at(DivisionCode.Level.DISTRICT).value();
    String code = source.division().value();
    String township = code.substring(0, Math.min(9, code.length()));
    Map<String, String> names = divisions.names(List.of(district, township));
    return district.equals(township)
        ? names.getOrDefault(district, "")
        : names.getOrDefault(district, "") + names.getOrDefault(township, "");
  }

  private Words words() {
    return texts.in(Locale.SIMPLIFIED_CHINESE);
  }
}
