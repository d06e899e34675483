package io.zaikong.hazards.web;

import io.zaikong.enterprises.EnterpriseRecords;
import io.zaikong.hazards.IncompleteUnits;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.Sources;
import java.util.List;
import org.springframework.stereotype.Component;

/** The units of an enterprise, linked from its page. */
@Component
class UnitsOfEnterprise implements EnterpriseRecords {

  private final Sources sources;
  private final IncompleteUnits incomplete;

  UnitsOfEnterprise(Sources sources, IncompleteUnits incomplete) {
    this.sources = sources;
    this.incomplete = incomplete;
  }

  @Override
  public List<Link> listLinks(long enterpriseId) {
    return List.of(
        new Link(
            "hazards.units",
            sources.count(SourceFilter.unitsOf(enterpriseId)),
            "/hazards/units?enterprise=" + enterpriseId),
        new Link(
            "hazards.incomplete",
            incomplete.count(null, enterpriseId),
            "/hazards/incomplete?enterprise=" + enterpriseId));
  }
}
