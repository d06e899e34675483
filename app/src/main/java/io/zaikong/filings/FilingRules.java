package io.zaikong.filings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an edition as data: contents of the archive, time limits, duties, summaries, and
 * what counts for a quantitative risk assessment. Each says its clause, and whether it was checked
 * against the original.
 *
 * @param from first day on which it applies
 */
public record FilingRules(
    String edition,
    LocalDate from,
    List<Item> contents,
    List<Limit> limits,
    List<Duty> duties,
    List<SummaryRule> summaries,
    List<Hazard> quantitative) {

  private static final FilingRules ORDER_40 =
      load("order40-2015", "40号令（2015年修正）", LocalDate.of(2015, 7, 1));

  /** Where an item comes from besides attachments. */
  public enum Source {
    ATTACHMENT,
    WORKSHEET,
    ASSESSMENT
  }

  /**
   * An item of the archive.
   *
   * @param listOnly a list of the papers is enough
   */
  public record Item(
      int no,
      String name,
      boolean required,
      boolean mayNotApply,
      boolean listOnly,
      Source source,
      String clause,
      boolean verified) {}

  /** A time limit; {@code unit} is one of TimeLimit's, or YEARS, DAY_BEFORE, WEEK, QUARTER. */
  public record Limit(
      String key,
      int count,
      String unit,
      boolean countsFirstDay,
      boolean movesOffHolidays,
      String clause,
      boolean verified) {}

  public record Duty(AccountableRole role, String text, String clause, boolean verified) {}

  /**
   * A list sent up.
   *
   * @param by level of the division that sends it, such as DISTRICT
   * @param months of a period: 3, 6 or 12
   * @param due day of the year after the period; null: the period's last day
   */
  public record SummaryRule(
      String kind,
      String by,
      int months,
      Set<Integer> levels,
      @Nullable MonthDay due,
      String clause,
      boolean verified) {}

  /** Rows of table 1 or symbols of table 2 of GB 18218 that are of a kind of hazard. */
  public record Hazard(String kind, boolean isTable1, Set<String> values) {}

  public FilingRules {
    contents = List.copyOf(contents);
    limits = List.copyOf(limits);
    duties = List.copyOf(duties);
    summaries = List.copyOf(summaries);
    quantitative = List.copyOf(quantitative);
  }

  /** The edition that applies now. There is one so far; a second is chosen by its first day. */
  public static FilingRules current() {
    return ORDER_40;
  }

  public Limit limit(String key) {
    return limits.stream().filter(l -> l.key().equals(key)).findFirst().orElseThrow();
  }

  public Optional<Item> findItem(int no) {
    return contents.stream().filter(i -> i.no() == no).findFirst();
  }

  public List<Duty> dutiesOf(AccountableRole role) {
    return duties.stream().filter(d -> d.role() == role).toList();
  }

  public Optional<SummaryRule> findSummary(String kind) {
    return summaries.stream().filter(s -> s.kind().equals(kind)).findFirst();
  }

  private static FilingRules load(String folder, String edition, LocalDate from) {
    return new FilingRules(
        edition,
        from,
        rows(folder, "contents").stream()
            .map(
                r ->
                    new Item(
                        Integer.parseInt(r[0]),
                        r[1],
                        isYes(r[2]),
                        isYes(r[3]),
                        isYes(r[4]),
                        r[5].isEmpty() ? Source.ATTACHMENT : Source.valueOf(r[5]),
                        r[6],
                        isVerified(r[7])))
            .toList(),
        rows(folder, "limits").stream()
            .map(
                r ->
                    new Limit(
                        r[0],
                        Integer.parseInt(r[1]),
                        r[2],
                        isYes(r[3]),
                        isYes(r[4]),
                        r[5],
                        isVerified(r[6])))
            .toList(),
        rows(folder, "duties").stream()
            .map(r -> new Duty(AccountableRole.valueOf(r[0]), r[1], r[2], isVerified(r[3])))
            .toList(),
        rows(folder, "summaries").stream().map(FilingRules::summary).toList(),
        rows(folder, "quantitative").stream()
            .map(r -> new Hazard(r[0], r[1].equals("TABLE1"), Set.of(r[2].split(";", -1))))
            .toList());
  }

  private static SummaryRule summary(String[] r) {
    return new SummaryRule(
        r[0],
        r[1],
        Integer.parseInt(r[2]),
        Arrays.stream(r[3].split(";", -1)).map(Integer::valueOf).collect(Collectors.toSet()),
        r[4].isEmpty() ? null : MonthDay.parse("--" + r[4]),
        r[5],
        isVerified(r[6]));
  }

  private static boolean isYes(String cell) {
    return cell.equals("yes");
  }

  /** S: found in a source; R: recalled only. */
  private static boolean isVerified(String mark) {
    return mark.equals("S");
  }

  /** The cells hold no commas. */
  private static List<String[]> rows(String folder, String table) {
    String path = folder + "/" + table + ".csv";
    try (var in = Objects.requireNonNull(FilingRules.class.getResourceAsStream(path), path);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
