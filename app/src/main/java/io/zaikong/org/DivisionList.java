package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The packaged national list of divisions down to the village, a file a province: the statistical
 * division codes of the National Bureau of Statistics.
 */
final class DivisionList {

  /** The day as of which the packaged list stands. */
  static final LocalDate AS_OF = LocalDate.of(2023, 6, 30);

  private DivisionList() {}

  /** The province, the city and everything inside the city; empty for an unknown province. */
  static List<Division> ofCity(DivisionCode city) {
    String resource = "/divisions/" + city.value().substring(0, 2) + ".csv.gz";
    List<Division> divisions = new ArrayList<>();
    try (InputStream file = DivisionList.class.getResourceAsStream(resource)) {
      if (file == null) {
        return List.of();
      }
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int comma = line.indexOf(',');
        String code = line.substring(0, comma);
        if (!DivisionCode.isValid(code)) {
          continue; // the header
        }
        DivisionCode division = new DivisionCode(code);
        if (city.contains(division) || division.contains(city)) {
          divisions.add(new Division(division, line.substring(comma + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return divisions;
  }
}
