package io.zaikong.hazards;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Slice.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units and their results, as far as the actor sees them. */
@Service
public class Units {

  private final UnitStore store;
  private final Journal journal;

  Units(UnitStore store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  @Transactional(readOnly = true)
  public List<HazardUnit> list(UnitFilter filter, long offset, int limit) {
    return store.list(filter, offset, limit);
  }

  /**
   * A page and the number of rows in the whole. A page of the second half is read from the other
   * end, so that the last one is as fast as the first.
   */
  @Transactional(readOnly = true)
  public Rows<HazardUnit> page(UnitFilter filter, long offset, int limit) {
    long total = store.count(filter);
    long after = total - offset - limit;
    if (offset <= after) {
      return new Rows<>(total, store.list(filter, offset, limit));
    }
    int rows = (int) Math.clamp(total - offset, 0, limit);
    return new Rows<>(total, store.list(filter.turned(), Math.max(0, after), rows).reversed());
  }

  @Transactional(readOnly = true)
  public long count(UnitFilter filter) {
    return store.count(filter);
  }

  /**
   * Every unit of the filter, one after the other as the database gives them; leaving the system,
   * so it is journalled.
   */
  @Transactional
  public void export(UnitFilter filter, int limit, Consumer<HazardUnit> each) {
    int units = store.forEach(filter, limit, each);
    DivisionCode home = Actor.getCurrent().home();
    journal.record(
        "unit.export", new Subject("hazards.unit", "list", home, null), Map.of("units", units));
  }

  /** In which divisions the units of the filter lie. */
  @Transactional(readOnly = true)
  public List<DivisionCode> listDivisions(UnitFilter filter) {
    return store.listDivisions(filter).stream().map(DivisionCode::new).toList();
  }

  @Transactional(readOnly = true)
  public Optional<HazardUnit> find(long id) {
    return store.find(id);
  }

  /** The standing result and those before it, newest first. */
  @Transactional(readOnly = true)
  public List<Worksheet> listWorksheets(long unitId) {
    return store.listWorksheets(unitId);
  }
}
