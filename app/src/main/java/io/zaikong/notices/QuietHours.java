package io.zaikong.notices;

import io.zaikong.shell.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hours, in Asia/Shanghai, in which only urgent messages go out; may pass midnight. */
public record QuietHours(LocalTime from, LocalTime to) {

  public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final Pattern FORM =
      Pattern.compile("((?:[01]\\d|2[0-3]):[0-5]\\d)\\s*[-–—至]\\s*((?:[01]\\d|2[0-3]):[0-5]\\d)");

  /** Of the form 22:00-07:00; the same time twice is never quiet. */
  static Optional<QuietHours> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    return form.matches()
        ? Optional.of(
            new QuietHours(LocalTime.parse(form.group(1)), LocalTime.parse(form.group(2))))
        : Optional.empty();
  }

  boolean isQuiet(Instant at) {
    LocalTime time = LocalTime.ofInstant(at, Words.ZONE);
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : to.isBefore(from) && (!time.isBefore(from) || time.isBefore(to));
  }

  /** As it is written and read; empty when it is never quiet. */
  public String text() {
    return from.equals(to) ? "" : TIME.format(from) + "-" + TIME.format(to);
  }
}
