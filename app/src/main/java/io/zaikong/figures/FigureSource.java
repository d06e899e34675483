package io.zaikong.figures;

import io.zaikong.kit.DivisionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The figures of a capability, which contributes one as a bean. */
public interface FigureSource {

  /**
   * What to count; null means all.
   *
   * @param codeDigits how many digits of the division code to tell apart: 6 districts, 9 townships
   * @param from first day, in Asia/Shanghai; {@code to} the last one
   */
  record Question(
      @Nullable DivisionCode division,
      int codeDigits,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  /**
   * A part of a figure; the parts of a figure add up to it, those of one value of an overlapping
   * dimension to the figure of that value.
   *
   * @param code the first digits of the division code
   * @param own a value for each of the figure's own dimensions; for an overlapping one also none
   */
  record Tally(String figure, String code, Map<String, String> own, long value) {

    public Tally {
      own = Map.copyOf(own);
    }
  }

  List<Figure> figures();

  /** All parts of all its figures as far as the actor sees them, by one statement. */
  List<Tally> tally(Question question);

  /** The fields of the list's address that leave exactly the records of a figure. */
  Map<String, String> fields(Figure figure, Map<String, String> own);

  /** Its value for a whole city, whatever the actor sees; empty unless it may be told to anyone. */
  OptionalLong findWhole(Figure figure, DivisionCode city);
}
