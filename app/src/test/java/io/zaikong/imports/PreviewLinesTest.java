package io.zaikong.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.imports.Preview.Effect;
import io.zaikong.imports.Preview.Line;
import io.zaikong.imports.Preview.Value;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreviewLinesTest {

  @Test
  void sixtyThousandRowsLeaveTheFirstOnesAndTheFirstThatChange() {
    PreviewLines lines = new PreviewLines("企业");
    AtomicInteger asked = new AtomicInteger();
    for (int row = 1; row <= 60_000; row++) {
      boolean changes = row % 2 == 0;
      lines.add(
          row,
          "第" + row + "家",
          changes ? Effect.CHANGED : Effect.ADDED,
          () -> {
            asked.incrementAndGet();
            return List.of(Value.of("地址", "", ""), Value.of("名称", changes ? "旧" : "新", "新"));
          });
    }
    Preview preview = lines.preview();
    int most = PreviewLines.FIRST / 2 + PreviewLines.MOST_CHANGED;
    assertThat(preview.changed()).isEqualTo(30_000);
    assertThat(preview.rows()).hasSize(most);
    assertThat(asked).hasValue(most);
    assertThat(preview.rows().getFirst().others()).containsExactly(Value.of("名称", "新"));
    assertThat(preview.rows().getLast())
        .extracting(Line::row, Line::effect)
        .containsExactly(2 * PreviewLines.MOST_CHANGED, Effect.CHANGED);
    assertThat(preview.rows().getLast().changes()).containsExactly(Value.of("名称", "旧", "新"));
  }

  @Test
  void aLongValueIsShortened() {
    assertThat(Value.of("别名", "长".repeat(2_000)).after()).hasSizeLessThan(200).endsWith("…");
  }
}
