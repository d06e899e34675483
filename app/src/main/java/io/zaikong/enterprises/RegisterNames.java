package io.zaikong.enterprises;

import io.zaikong.org.EnterpriseNames;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The names of the enterprises that the actor sees. */
@Service
class RegisterNames implements EnterpriseNames {

  private final EnterpriseStore store;

  RegisterNames(EnterpriseStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> find(long enterpriseId) {
    return store.find(enterpriseId).map(Enterprise::name);
  }
}
