package io.zaikong.hazards;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseReferences;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sites and units follow an enterprise that was merged. Results stay as they were made; a unit that
 * comes to a plant with another population is graded again with the next declaration or regrading.
 */
@Service
class MergedUnits implements EnterpriseReferences {

  private final RegisterStore store;

  MergedUnits(RegisterStore store) {
    this.store = store;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(Enterprise merged, Enterprise survivor) {
    store.moveUnits(merged.id(), survivor.id(), survivor.division(), merged.name());
    store.moveSite(merged.id(), survivor.id());
  }
}
