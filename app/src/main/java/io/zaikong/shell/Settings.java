package io.zaikong.shell;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settings of this installation, one value a key such as {@code demo.as_of}. The capability that
 * owns a key journals its change.
 */
@Service
public class Settings {

  private final SettingStore store;
  private final Clock clock;

  Settings(SettingStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<String> find(String key) {
    return store.find(key);
  }

  /** Sets or replaces the value in the name of the current actor. */
  @Transactional
  public void put(String key, String value) {
    store.put(key, value, Actor.getCurrent().name(), clock.instant());
  }
}
