package io.zaikong.telemetry;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseReferences;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gateways, and with them their sensors, follow an enterprise that was merged. */
@Service
class MergedGateways implements EnterpriseReferences {

  private final GatewayRegisterStore store;

  MergedGateways(GatewayRegisterStore store) {
    this.store = store;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(Enterprise merged, Enterprise survivor) {
    store.move(merged.id(), survivor.id(), survivor.division(), merged.name());
  }
}
