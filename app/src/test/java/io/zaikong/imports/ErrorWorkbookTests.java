package io.zaikong.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.workbook.Opening.Opened;
import io.zaikong.workbook.Row;
import io.zaikong.workbook.WorkbookReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorWorkbookTests {

  private static final Map<String, String> WORDS =
      Map.of("imports.errors.title", "错误清单", "imports.errors.more", "另有 %s 处", "x.wrong", "%s 不对");

  @Test
  void errorsAreWrittenInWordsWithTheNumberOfThoseLeftOut() throws IOException {
    var out = new ByteArrayOutputStream();
    ErrorWorkbook.write(
        out,
        List.of(
            new RowError("企业", 0, "", "", "x.wrong", List.of("表")),
            new RowError("企业", 2, "CAS号", "=cmd|'/C calc'!A0", "x.wrong", List.of("CAS号"))),
        7,
        (key, parameters) -> WORDS.getOrDefault(key, key).formatted(parameters.toArray()));
    List<Row> rows = new ArrayList<>();
    ((Opened) WorkbookReader.open(out.toByteArray())).workbook().forEachRow("错误清单", rows::add);
    assertThat(rows).hasSize(4);
    assertThat(rows.get(1).cell(1).isBlank()).isTrue();
    assertThat(rows.get(2).cells())
        .extracting(c -> c.text().replaceFirst("^'", ""))
        .containsExactly("企业", "2", "CAS号", "=cmd|'/C calc'!A0", "CAS号 不对");
    assertThat(rows.get(3).cell(4).text()).contains("7 处");
  }
}
