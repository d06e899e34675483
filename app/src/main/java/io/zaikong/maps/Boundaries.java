package io.zaikong.maps;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Act;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.kit.GeoPoint;
import io.zaikong.maps.BoundaryCheck.Area;
import io.zaikong.maps.BoundaryCheck.Fault;
import io.zaikong.maps.BoundaryFile.Feature;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Slice.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The boundaries of divisions. A file is taken in as a whole or not at all; of each division the
 * latest import stands, and earlier ones stay on record.
 */
@Service
public class Boundaries {

  private static final int MOST_OF_A_CITY = 3_000;
  private static final int MOST_OF_A_DISTRICT = 1_500;
  private static final int MOST_OF_A_TOWNSHIP = 400;
  private static final int MOST_OF_A_VILLAGE = 100;

  /** About 20 m: less than a pixel of a map on which a whole district is seen. */
  private static final double FINEST_DEG = 0.0002;

  /** About 4 m: villages are drawn from close by only. */
  private static final double FINEST_OF_A_VILLAGE_DEG = 0.00004;

  private final BoundaryStore store;
  private final Divisions divisions;
  private final Journal journal;
  private final Clock clock;

  Boundaries(BoundaryStore store, Divisions divisions, Journal journal, Clock clock) {
    this.store = store;
    this.divisions = divisions;
    this.journal = journal;
    this.clock = clock;
  }

  /** What came of a file: taken in, or the faults of its features; one of the two is empty. */
  record Imported(List<DivisionCode> divisions, List<Fault> faults) {}

  /** By division; two statements. */
  @Transactional(readOnly = true)
  Rows<Boundary> page(long offset, int limit) {
    return new Rows<>(store.count(), store.list(offset, limit));
  }

  /** Whether there is any. */
  @Transactional(readOnly = true)
  boolean isAny() {
    return store.count() > 0;
  }

  /** Changes with every import and removal. */
  @Transactional(readOnly = true)
  long version() {
    return store.version();
  }

  /** What is drawn of the villages in a part of the map. */
  @Transactional(readOnly = true)
  List<BoundaryStore.Shape> listVillages(Box box) {
    return store.listVillages(box);
  }

  /** What is drawn of the townships, or else of the districts and the city. */
  @Transactional(readOnly = true)
  List<BoundaryStore.Shape> listShapes(Level level) {
    return store.listShapes(level == Level.TOWNSHIP ? 9 : 6);
  }

  @Transactional(readOnly = true)
  Map<String, String> names(List<DivisionCode> codes) {
    return divisions.names(codes.stream().map(DivisionCode::value).toList());
  }

  /**
   * Whether a place lies in a division, or in the nearest one above it whose boundary is known;
   * empty when none is.
   */
  @Transactional(readOnly = true)
  public Optional<Boolean> isInside(GeoPoint place, DivisionCode division) {
    for (Level level : List.of(Level.VILLAGE, Level.TOWNSHIP, Level.DISTRICT, Level.CITY)) {
      if (division.level().compareTo(level) >= 0) {
        Optional<byte[]> area = store.findArea(division.at(level));
        if (area.isPresent()) {
          return Optional.of(Areas.contains(Areas.ofBytes(area.get()), place));
        }
      }
    }
    return Optional.empty();
  }

  /** Takes a file in, or says what is wrong with it. */
  @Transactional
  Outcome<Imported> importFile(String fileName, byte[] file, Datum datum, String codeProperty) {
    return switch (BoundaryFile.read(file, codeProperty)) {
      case Outcome.Refused<List<Feature>> refused -> refused.as();
      case Outcome.Done<List<Feature>>(List<Feature> features) ->
          Outcome.done(importAll(fileName, features, datum));
    };
  }

  private Imported importAll(String fileName, List<Feature> features, Datum datum) {
    List<String> codes =
        features.stream()
            .flatMap(f -> BoundaryCheck.code(f.code()).stream())
            .map(DivisionCode::value)
            .distinct()
            .toList();
    Actor actor = Actor.getCurrent();
    var check = new BoundaryCheck(datum, actor.scope(), divisions.names(codes));
    features.forEach(check::judge);
    if (!check.faults().isEmpty()) {
      return new Imported(List.of(), check.faults());
    }
    Instant now = clock.instant();
    for (Area area : check.areas()) {
      Level level = area.division().level();
      Geometry shown =
          Areas.simplified(
              area.geometry(),
              level == Level.VILLAGE ? FINEST_OF_A_VILLAGE_DEG : FINEST_DEG,
              most(level));
      store.insert(
          new Boundary(
              area.division(), area.geometry().getNumPoints(), fileName, actor.name(), now),
          Areas.bytes(area.geometry()),
          Areas.coordinates(shown),
          Box.of(area.geometry()));
    }
    journal.recordAll(
        "maps.boundary.import",
        check.areas().stream()
            .map(
                area ->
                    new Act(
                        subject(area.division()),
                        Map.of(
                            "file", fileName,
                            "datum", datum.name(),
                            "positions", area.geometry().getNumPoints())))
            .toList());
    return new Imported(check.areas().stream().map(Area::division).toList(), List.of());
  }

  /** The schematic is shown again in its place. */
  @Transactional
  Outcome<DivisionCode> remove(DivisionCode division) {
    Actor actor = Actor.getCurrent();
    if (!actor.scope().covers(division) || store.findArea(division).isEmpty()) {
      return Outcome.refused("", "maps.boundary.none");
    }
    store.insertRemoval(division, actor.name(), clock.instant());
    journal.record("maps.boundary.remove", subject(division), Map.of());
    return Outcome.done(division);
  }

  private static Subject subject(DivisionCode division) {
    return new Subject("maps.boundary", division.value(), division, null);
  }

  private static int most(Level level) {
    return switch (level) {
      case PROVINCE, CITY -> MOST_OF_A_CITY;
      case DISTRICT -> MOST_OF_A_DISTRICT;
      case TOWNSHIP -> MOST_OF_A_TOWNSHIP;
      case VILLAGE -> MOST_OF_A_VILLAGE;
    };
  }
}
