package io.zaikong.org;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The division tree of the configured city, with the province above it. */
@Service
public class Divisions {

  private final DivisionStore store;
  private final Journal journal;

  Divisions(DivisionStore store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** Loads the packaged list of a city once; loading it again changes nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void load(DivisionCode city) {
    List<Division> divisions = DivisionList.ofCity(city);
    store.insertAll(divisions, DivisionList.AS_OF);
    journal.record(
        "org.divisions.load",
        new Subject("org.division", city.value(), city, null),
        Map.of("divisions", divisions.size(), "as_of", DivisionList.AS_OF.toString()));
  }

  /** The configured city; empty on an empty installation. */
  @Transactional(readOnly = true)
  public Optional<Division> findCity() {
    return store.findCity();
  }

  @Transactional(readOnly = true)
  public Optional<Division> find(DivisionCode code) {
    return store.find(code);
  }

  /** The divisions one level below, in the order of their codes. */
  @Transactional(readOnly = true)
  public List<Division> listBelow(DivisionCode parent) {
    return store.listBelow(parent);
  }

  /** Names by code; a code that is unknown is missing. */
  @Transactional(readOnly = true)
  public Map<String, String> names(Collection<String> codes) {
    return store.names(codes);
  }
}
