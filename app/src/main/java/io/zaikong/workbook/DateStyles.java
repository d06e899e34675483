package io.zaikong.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Which styles make a number a date (ECMA-376 part 1, 18.8.30), and which date a number is. */
final class DateStyles {

  static final DateStyles NONE = new DateStyles(new BitSet());

  private static final BigDecimal LAST_SERIAL = new BigDecimal(2_958_466); // 9999-12-31 is the last
  private static final BigDecimal SECONDS = new BigDecimal(86_400);
  private static final int STYLES = 65_536;

  private final BitSet dates;

  private DateStyles(BitSet dates) {
    this.dates = dates;
  }

  static DateStyles read(Container container, String part) throws IOException, XMLStreamException {
    Map<String, String> formats = new HashMap<>();
    List<String> cellFormats = new ArrayList<>();
    boolean[] inside = new boolean[1];
    Xml.forEachElement(
        container,
        part,
        xml -> {
          switch (xml.getLocalName()) {
            case "numFmt" -> formats.put(Xml.text(xml, "numFmtId"), Xml.text(xml, "formatCode"));
            case "cellXfs" -> inside[0] = true;
            case "cellStyles", "cellStyleXfs", "dxfs" -> inside[0] = false;
            case "xf" -> {
              if (inside[0] && cellFormats.size() < STYLES) {
                cellFormats.add(Xml.text(xml, "numFmtId"));
              }
            }
            default -> {}
          }
        });
    BitSet dates = new BitSet();
    for (int i = 0; i < cellFormats.size(); i++) {
      String format = cellFormats.get(i);
      String code = formats.get(format);
      dates.set(i, code == null ? isBuiltInDate(format) : isDateCode(code));
    }
    return new DateStyles(dates);
  }

  boolean isDate(String style) {
    try {
      int index = style.isEmpty() ? 0 : Integer.parseInt(style);
      return index >= 0 && dates.get(index);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** The serial number as ISO date, time or both; unchanged when it is no date. */
  static String iso(String plainNumber, boolean from1904) {
    BigDecimal serial;
    try {
      serial = new BigDecimal(plainNumber);
    } catch (NumberFormatException e) {
      return plainNumber;
    }
    if (serial.signum() < 0 || serial.compareTo(LAST_SERIAL) >= 0) {
      return plainNumber;
    }
    long seconds = serial.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    long days = seconds / 86_400;
    LocalTime time = LocalTime.ofSecondOfDay(seconds % 86_400);
    if (days == 0 && !from1904) {
      return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
    LocalDate day;
    if (from1904) {
      day = LocalDate.of(1904, 1, 1).plusDays(days);
    } else {
      // Excel counts a 29 February 1900
      day = LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
    }
    return seconds % 86_400 == 0 ? day.toString() : LocalDateTime.of(day, time).toString();
  }

  private static boolean isBuiltInDate(String id) {
    return switch (id) {
      case "14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "46", "47" -> true;
      case "27", "28", "29", "30", "31", "32", "33", "34", "35", "36" -> true;
      case "50", "51", "52", "53", "54", "55", "56", "57", "58" -> true;
      default -> false;
    };
  }

  private static boolean isDateCode(String code) {
    boolean quoted = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted) {
        continue;
      } else if (c == '\\' || c == '_' || c == '*') {
        i++;
      } else if (c == '[') {
        int end = code.indexOf(']', i);
        if (end < 0) {
          return false;
        }
        if (code.substring(i + 1, end).matches("(?i)h+|m+|s+")) {
          return true;
        }
        i = end;
      } else if (c == ';' || code.startsWith("General", i)) {
        return false; // the first section decides
      } else if ("ymdhsYMDHS".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }
}
