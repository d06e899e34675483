package io.zaikong.coverage.web;

import io.zaikong.coverage.CensusStatus;
import io.zaikong.coverage.Reporting;
import io.zaikong.coverage.Rounds;
import io.zaikong.enterprises.EnterpriseRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where an enterprise stands in the open round, linked from its page. */
@Component
class ReportOfEnterprise implements EnterpriseRecords {

  private final Rounds rounds;
  private final CensusStatus status;

  ReportOfEnterprise(Rounds rounds, CensusStatus status) {
    this.rounds = rounds;
    this.status = status;
  }

  /** With the number of what it has declared. */
  @Override
  public List<Link> listLinks(long enterpriseId) {
    return rounds
        .findOpen()
        .map(
            round ->
                List.of(
                    new Link(
                        "coverage.report",
                        status.find(round, enterpriseId).map(Reporting::sources).orElse(0L),
                        "/census/report/" + enterpriseId)))
        .orElse(List.of());
  }
}
