package io.zaikong.census;

import io.zaikong.enterprises.EnterpriseRecords;
import io.zaikong.hazards.Declarations;
import java.util.List;
import org.springframework.stereotype.Component;

/** The declaration of an enterprise's plant, linked from its page. */
@Component
class SiteOfEnterprise implements EnterpriseRecords {

  private final Declarations declarations;

  SiteOfEnterprise(Declarations declarations) {
    this.declarations = declarations;
  }

  @Override
  public List<Link> listLinks(long enterpriseId) {
    return List.of(
        new Link(
            "census.site",
            declarations.listSites(List.of(enterpriseId)).size(),
            "/census/enterprises/" + enterpriseId));
  }
}
