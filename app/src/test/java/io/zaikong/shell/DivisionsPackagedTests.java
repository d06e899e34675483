package io.zaikong.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The division list that the build packs from the statistics bureau's codes of 2023-06-30. */
class DivisionsPackagedTests {

  @Test
  void ziboHasItsDistrictsTownshipsAndVillages() throws Exception {
    List<String> codes;
    try (var in = new ClassPathResource("divisions/37.csv.gz").getInputStream();
        var lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      codes = lines.lines().map(l -> l.substring(0, l.indexOf(','))).toList();
    }
    assertThat(codes).startsWith("code", "370000").contains("370300");
    List<String> zibo = codes.stream().filter(c -> c.startsWith("3703")).toList();
    assertThat(zibo).filteredOn(c -> c.length() == 6 && !c.endsWith("00")).hasSize(8);
    assertThat(zibo).filteredOn(c -> c.length() == 9).hasSize(88);
    assertThat(zibo).filteredOn(c -> c.length() == 12).hasSize(2931);
  }
}
