package io.zaikong.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeRangeTest {

  private static final int CASES = Integer.getInteger("zaikong.cases", 3_000);
  private static final int POINTS = 40;

  private final Random random = new Random(2260);

  @Test
  void anEmptyRangeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CodeRange("3703", "3703"));
    assertThatIllegalArgumentException().isThrownBy(() -> new CodeRange("3704", "3703"));
  }

  @Test
  void minusAndMergeEqualANaiveReferenceAndAreSortedApart() {
    for (int i = 0; i < CASES; i++) {
      List<CodeRange> whole = ranges();
      List<CodeRange> taken = ranges();
      List<CodeRange> left = CodeRange.minus(whole, taken);
      List<CodeRange> merged = CodeRange.merge(whole);
      for (int point = 0; point < POINTS; point++) {
        boolean inWhole = covers(whole, point);
        assertThat(covers(merged, point)).isEqualTo(inWhole);
        assertThat(covers(left, point)).isEqualTo(inWhole && !covers(taken, point));
      }
      assertThat(isSortedApart(left)).isTrue();
      assertThat(isSortedApart(merged)).isTrue();
    }
  }

  private List<CodeRange> ranges() {
    List<CodeRange> ranges = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      int from = random.nextInt(POINTS);
      ranges.add(new CodeRange(code(from), code(from + 1 + random.nextInt(8))));
    }
    return ranges;
  }

  private static String code(int point) {
    return Integer.toString(370300 + point);
  }

  private static boolean covers(List<CodeRange> ranges, int point) {
    DivisionCode code = new DivisionCode(code(point));
    return ranges.stream().anyMatch(r -> r.contains(code));
  }

  private static boolean isSortedApart(List<CodeRange> ranges) {
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i - 1).to().compareTo(ranges.get(i).from()) > 0) {
        return false;
      }
    }
    return true;
  }
}
