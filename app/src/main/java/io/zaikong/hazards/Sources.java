package io.zaikong.hazards;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.shell.Tone;
import io.zaikong.shell.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hazard sources of every kind, as far as the actor sees them. */
@Service
public class Sources {

  private final SourceStore store;
  private final RegisterStore register;
  private final NearStore near;
  private final Journal journal;
  private final Clock clock;

  Sources(SourceStore store, RegisterStore register, NearStore near, Journal journal, Clock clock) {
    this.store = store;
    this.register = register;
    this.near = near;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * How many sources of a kind and level a part of the country has.
   *
   * @param level 0: not major
   * @param designated how many of them are 重点监控 in the asked year
   */
  public record Count(String code, SourceKind kind, int level, long sources, long designated) {}

  /** A whole city's sources. */
  public record Whole(long sources, long major, long designated) {}

  /** A source on the map, WGS-84. */
  public record Point(
      long id,
      String enterpriseName,
      String name,
      SourceKind kind,
      @Nullable Integer level,
      @Nullable Integer pondClass,
      boolean incomplete,
      List<SourceFacts.Excess> excesses,
      double longitudeDeg,
      double latitudeDeg) {

    public Point {
      excesses = List.copyOf(excesses);
    }

    /** The address of its page. */
    public String path() {
      return HazardSource.path(kind) + id;
    }
  }

  /** What another capability keeps of a source; contributed as a bean, listed on its page. */
  public interface Records {

    /** The first ones of a source, and where all of them are. */
    Group list(long sourceId, Words words);

    /**
     * Records of one sort.
     *
     * @param textKey of what they are
     * @param href where all of them are
     */
    record Group(String textKey, String href, long total, List<Line> lines) {

      public Group {
        lines = List.copyOf(lines);
      }
    }

    /** A record with what matters of it, in words. */
    record Line(String name, String href, String detail, Tone tone, String stateKey) {}
  }

  /** One of two units that are near each other and near S = 1. */
  public record NearUnit(
      long id, String enterpriseName, DivisionCode division, String name, BigDecimal s) {}

  /**
   * Two such units.
   *
   * @param distanceM between their enterprises; null when they are of the same one
   */
  public record NearPair(NearUnit one, NearUnit other, @Nullable Long distanceM) {}

  /**
   * A page and the number of rows in the whole; a page of the second half is read from the other
   * end.
   */
  @Transactional(readOnly = true)
  public Rows<HazardSource> page(SourceFilter filter, long offset, int limit) {
    long total = store.count(filter);
    long after = total - offset - limit;
    if (offset <= after) {
      return new Rows<>(total, store.list(filter, offset, limit));
    }
    int rows = (int) Math.clamp(total - offset, 0, limit);
    return new Rows<>(total, store.list(filter.turned(), Math.max(0, after), rows).reversed());
  }

  @Transactional(readOnly = true)
  public List<HazardSource> list(SourceFilter filter, long offset, int limit) {
    return store.list(filter, offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(SourceFilter filter) {
    return store.count(filter);
  }

  @Transactional(readOnly = true)
  public Optional<HazardSource> find(long id) {
    return store.find(id);
  }

  /** The position of the source itself; empty when it is the enterprise's or not known. */
  @Transactional(readOnly = true)
  public Optional<GeoPoint> findOwnPosition(long id) {
    return store.findOwnPosition(id);
  }

  /**
   * Every source of the filter, one after the other as the database gives them; leaving the system,
   * so it is journalled.
   */
  @Transactional
  public void export(SourceFilter filter, int limit, Consumer<HazardSource> each) {
    int sources = store.forEach(filter, limit, each);
    DivisionCode home = Actor.getCurrent().home();
    journal.record(
        "source.export",
        new Subject("hazards.source", "list", home, null),
        Map.of("sources", sources));
  }

  /** In which divisions the sources of the filter lie. */
  @Transactional(readOnly = true)
  public List<DivisionCode> listDivisions(SourceFilter filter) {
    return store.listDivisions(filter).stream().map(DivisionCode::new).toList();
  }

  /** The versions of a source's facts, newest first; none of a hazchem unit. */
  @Transactional(readOnly = true)
  public List<SourceFacts> listFacts(long sourceId) {
    return register.listFacts(sourceId);
  }

  /** The classes of a tailings pond, newest first. */
  @Transactional(readOnly = true)
  public List<Evaluation> listEvaluations(long sourceId) {
    return register.listEvaluations(sourceId);
  }

  /** Those with a position, the worst first. */
  @Transactional(readOnly = true)
  public List<Point> listPoints(SourceFilter filter, int limit) {
    return store.listPoints(filter, limit);
  }

  /** By the first digits of the division code, by kind and level; one statement. */
  @Transactional(readOnly = true)
  public List<Count> countBy(
      @Nullable DivisionCode division,
      int codeDigits,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    return store.countBy(division, codeDigits, from, to, year());
  }

  /** The sums of a whole city, whatever the actor sees. */
  @Transactional(readOnly = true)
  public Whole countCity(DivisionCode city) {
    return store.countCity(city, year());
  }

  /** The year of today, for which a source is 重点监控. */
  public int year() {
    return LocalDate.ofInstant(clock.instant(), Words.ZONE).getYear();
  }

  /**
   * Pairs of units with S at least {@code s} and below 1, of one enterprise or whose enterprises
   * are at most so far apart; the greatest sum of S first.
   */
  @Transactional(readOnly = true)
  public List<NearPair> listNear(BigDecimal s, BigDecimal withinM, long offset, int limit) {
    return near.listNear(s, withinM, offset, limit);
  }

  @Transactional(readOnly = true)
  public long countNear(BigDecimal s, BigDecimal withinM) {
    return near.countNear(s, withinM);
  }
}
