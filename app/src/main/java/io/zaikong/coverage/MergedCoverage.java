package io.zaikong.coverage;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseReferences;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a round and the lists have of an enterprise follows it when it was merged. Reminders do not:
 * they end, see {@link Reminders}.
 */
@Service
class MergedCoverage implements EnterpriseReferences {

  private final ReportStore reports;
  private final EntryStore entries;

  MergedCoverage(ReportStore reports, EntryStore entries) {
    this.reports = reports;
    this.entries = entries;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(Enterprise merged, Enterprise survivor) {
    reports.move(merged.id(), survivor.id(), survivor.division());
    entries.move(merged.id(), survivor.id());
  }
}
