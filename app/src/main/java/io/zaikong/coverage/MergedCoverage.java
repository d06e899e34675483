package io.zaikong.coverage;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseReferences;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a round and the lists have of an enterprise follows it when it was merged. */
@Service
class MergedCoverage implements EnterpriseReferences {

  private final ReportStore reports;
  private final EntryStore entries;
  private final Reminders reminders;
  private final RoundStore rounds;

  MergedCoverage(ReportStore reports, EntryStore entries, Reminders reminders, RoundStore rounds) {
    this.reports = reports;
    this.entries = entries;
    this.reminders = reminders;
    this.rounds = rounds;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(Enterprise merged, Enterprise survivor) {
    rounds.list(1).stream()
        .filter(Round::isOpen)
        .forEach(r -> reminders.takeBack(r.id(), merged.id(), survivor.name()));
    reports.move(merged.id(), survivor.id(), survivor.division());
    entries.move(merged.id(), survivor.id());
  }
}
