package io.zaikong.enterprises;

import io.zaikong.enterprises.EnterpriseFilter.Sort;
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
    EnterpriseFilter named =
        new EnterpriseFilter(null, null, null, null, null, text, null, null, Sort.PLACE, false);
    return store.list(named, 0, limit).stream().map(e -> new Named(e.id(), e.name())).toList();
  }

  /** Sectors of several categories first, then every category. */
  @Override
  public Map<String, String> textKeys() {
    Map<String, String> keys = new LinkedHashMap<>();
    for (Category category : Category.values()) {
      if (Category.isSector(category.sector())) {
        keys.put(category.sector(), "sector." + category.sector());
      }
    }
    for (Category category : Category.values()) {
      keys.put(category.name(), category.textKey());
    }
    return keys;
  }
}
