package io.zaikong.shell;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The words, dates and numbers of one language. Dates and times are those of Asia/Shanghai. */
public final class Words {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Logger LOG = LoggerFactory.getLogger(Words.class);

  private final Locale locale;
  private final Map<String, String> texts;
  private final boolean isChinese;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;

  Words(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = Map.copyOf(texts);
    this.isChinese = locale.getLanguage().equals("zh");
    this.date = DateTimeFormatter.ofPattern(isChinese ? "yyyy-MM-dd" : "d MMM yyyy", locale);
    this.time =
        DateTimeFormatter.ofPattern(isChinese ? "yyyy-MM-dd HH:mm" : "d MMM yyyy HH:mm", locale)
            .withZone(ZONE);
  }

  public Locale locale() {
    return locale;
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /**
   * The text of a key, its {@code {0}} filled in by {@link MessageFormat}; numbers come out in the
   * language's form, so pass a code or a year as a string. A missing key shows as {@code !key!}.
   */
  public String text(String key, Object... parameters) {
    String text = texts.get(key);
    if (text == null) {
      LOG.error("missing text {} in {}", key, locale);
      return "!" + key + "!";
    }
    return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
  }

  public String date(LocalDate day) {
    return date.format(day);
  }

  /** As an official document writes it: 2026年7月1日 (GB/T 9704-2012 7.3.5). */
  public String longDate(LocalDate day) {
    return isChinese
        ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
        : date(day);
  }

  public String time(Instant instant) {
    return time.format(instant);
  }

  public String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** With as many decimals as the value has. */
  public String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(Math.max(0, value.scale()));
    format.setMinimumFractionDigits(Math.max(0, value.scale()));
    return format.format(value);
  }
}
