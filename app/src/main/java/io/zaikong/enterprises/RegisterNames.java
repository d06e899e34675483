package io.zaikong.enterprises;

import io.zaikong.org.EnterpriseNames;
import io.zaikong.org.SectorNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the register tells the accounts: the enterprises that the actor sees, and the sectors. */
@Service
class RegisterNames implements EnterpriseNames, SectorNames {

  private final EnterpriseStore store;

  RegisterNames(EnterpriseStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> find(long enterpriseId) {
    return store.find(enterpriseId).map(Enterprise::name);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Named> search(String text, int limit) {
    return store.list(new EnterpriseFilter(null, null, text), 0, limit).stream()
        .map(e -> new Named(e.id(), e.name()))
        .toList();
  }

  @Override
  public Map<String, String> textKeys() {
    Map<String, String> keys = new LinkedHashMap<>();
    for (Sector sector : Sector.values()) {
      keys.put(sector.name(), sector.textKey());
    }
    return keys;
  }
}
