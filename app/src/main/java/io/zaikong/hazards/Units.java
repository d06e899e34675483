package io.zaikong.hazards;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Slice.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

  /** How many units of a kind and level a part of the country has; level 0: not major. */
  public record Count(String code, int level, UnitKind kind, long units) {}

  /** A whole city's units. */
  public record Whole(long units, long major) {}

  /** A unit on the map, WGS-84. */
  public record Point(
      long id,
      String enterpriseName,
      String name,
      @Nullable Integer level,
      double longitudeDeg,
      double latitudeDeg) {}

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

  /** Those with a position, the worst first. */
  @Transactional(readOnly = true)
  public List<Point> listPoints(UnitFilter filter, int limit) {
    return store.listPoints(filter, limit);
  }

  /** By the first digits of the division code, by level and kind; one statement. */
  @Transactional(readOnly = true)
  public List<Count> countBy(
      @Nullable DivisionCode division,
      int codeDigits,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    return store.countBy(division, codeDigits, from, to);
  }

  /** The sums of a whole city, whatever the actor sees. */
  @Transactional(readOnly = true)
  public Whole countCity(DivisionCode city) {
    return store.countCity(city);
  }
}
