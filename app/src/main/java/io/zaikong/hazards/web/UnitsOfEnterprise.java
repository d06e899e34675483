package io.zaikong.hazards.web;

import io.zaikong.enterprises.EnterpriseRecords;
import io.zaikong.hazards.IncompleteUnits;
import io.zaikong.hazards.UnitFilter;
import io.zaikong.hazards.Units;
import java.util.List;
import org.springframework.stereotype.Component;

/** The units of an enterprise, linked from its page. */
@Component
class UnitsOfEnterprise implements EnterpriseRecords {

  private final Units units;
  private final IncompleteUnits incomplete;

  UnitsOfEnterprise(Units units, IncompleteUnits incomplete) {
    this.units = units;
    this.incomplete = incomplete;
  }

  @Override
  public List<Link> listLinks(long enterpriseId) {
    return List.of(
        new Link(
            "hazards.units",
            units.count(UnitFilter.ofEnterprise(enterpriseId)),
            "/hazards/units?enterprise=" + enterpriseId),
        new Link(
            "hazards.incomplete",
            incomplete.count(null, enterpriseId),
            "/hazards/incomplete?enterprise=" + enterpriseId));
  }
}
