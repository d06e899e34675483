package io.zaikong.hazards;

import io.zaikong.calc.hazard.derivation.Gap;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hazard source of any kind as it stands.
 *
 * @param position its own, else the enterprise's; null when neither is surveyed
 * @param unitKind of a hazchem unit only
 * @param s of a judged hazchem unit, {@code r} too; null otherwise
 * @param level of a major hazard source, 1 (worst) to 4; null otherwise
 * @param pondClass of a tailings pond, 1 (the highest) to 5; null otherwise
 * @param topPond 头顶库: people or an important facility close downstream; null when not known
 * @param edition the standard by which it was judged; null when none judges it
 * @param judgedAt when the standing result or the standing facts came in, or when it was found that
 *     something is missing
 * @param missing what keeps a hazchem unit from being judged; otherwise empty
 * @param excesses of a fireworks store, what its facts say is more than permitted
 * @param designatedYear the latest year for which it is 重点监控; null when for none
 */
public record HazardSource(
    long id,
    long enterpriseId,
    String enterpriseName,
    DivisionCode division,
    @Nullable GeoPoint position,
    String name,
    SourceKind kind,
    @Nullable UnitKind unitKind,
    State state,
    @Nullable BigDecimal s,
    @Nullable BigDecimal r,
    @Nullable Integer level,
    @Nullable Integer pondClass,
    @Nullable Boolean topPond,
    @Nullable String edition,
    Instant judgedAt,
    List<Lacking> missing,
    List<SourceFacts.Excess> excesses,
    @Nullable Integer designatedYear) {

  /**
   * Whether it is there and works; for a hazchem unit in use also whether it could be judged. What
   * is major, or not known not to be, is never removed.
   */
  public enum State {
    IN_USE,
    /** 待补全: shown instead of in use, never declared. */
    INCOMPLETE,
    STOPPED,
    REMOVED
  }

  /** A chemical of which something is missing. */
  public record Lacking(String cas, String name, List<Gap> gaps) {

    public Lacking {
      gaps = List.copyOf(gaps);
    }
  }

  public HazardSource {
    missing = List.copyOf(missing);
    excesses = List.copyOf(excesses);
  }

  public boolean isMajor() {
    return level != null;
  }

  /** Whether something is missing, so that it cannot be judged; also while it is stopped. */
  public boolean isIncomplete() {
    return !missing.isEmpty();
  }

  public boolean isRemoved() {
    return state == State.REMOVED;
  }

  /** As a person declared it. */
  State declaredState() {
    return state == State.INCOMPLETE ? State.IN_USE : state;
  }

  /** The address of its page. */
  public String path() {
    return path(kind) + id;
  }

  static String path(SourceKind kind) {
    return kind == SourceKind.HAZCHEM_UNIT ? "/hazards/units/" : "/hazards/sources/";
  }

  /**
   * Under what its acts and papers stand: what was written down of a unit before there were other
   * kinds stays its own.
   */
  public String subject() {
    return subject(kind);
  }

  static String subject(SourceKind kind) {
    return kind == SourceKind.HAZCHEM_UNIT ? "hazards.unit" : "hazards.source";
  }
}
