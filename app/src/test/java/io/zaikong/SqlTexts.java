package io.zaikong;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL of a source, and what it touches. */
final class SqlTexts {

  private static final Pattern SQL =
      Pattern.compile(
          "(select|insert\\s+into|update\\s+[\\w.]+|delete\\s+from|with\\s+\\w+|merge\\s+into|truncate"
              + "|(create|alter|drop)\\s+(role|table|schema|database|function|index)|grant|revoke|copy)"
              + "\\s.*",
          Pattern.DOTALL);

  /** Where a table is named; a name before a parenthesis is a function. */
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(insert\\s+into|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?|(?<!do )(?<!for"
              + " )update|(?<!distinct"
              + " )from|join)\\s+(?:only\\s+|lateral\\s+)?([a-z_][\\w.]*)(?!\\w|\\.|\\s*\\()");

  private static final Pattern QUALIFIED = Pattern.compile("\\b([a-z_]+)\\.([a-z_]+)\\b(\\s*\\()?");
  private static final Pattern COMMON =
      Pattern.compile("\\b(\\w+)(?:\\s*\\([^()]*\\))?\\s+as\\s*(?:materialized\\s*)?\\(");

  /** A call that sends SQL, and its argument where it is not one constant. */
  private static final Pattern SENT =
      Pattern.compile(
          "(?:\\.sql|prepareStatement|prepareCall|tatement\\.execute\\w*)\\(\\s*([^\\s)])");

  /** A literal, or the name of a constant. */
  private static final String TERM = "(?:\"\\d+\"|\\b[A-Z][A-Z0-9_]*\\b)";

  private static final Pattern JOINED = Pattern.compile(TERM + "(?:\\s*\\+\\s*" + TERM + ")*");
  private static final Pattern CONSTANT = Pattern.compile("(" + JOINED + ")\\s*\\)");

  private SqlTexts() {}

  /** What is SQL among the literals and constants; those joined by plus count as one. */
  static List<String> of(JavaSource source) {
    return JOINED
        .matcher(source.code())
        .results()
        .map(r -> textOf(source, r.group()))
        .filter(text -> SQL.matcher(text).matches())
        .distinct()
        .toList();
  }

  /** The text of literals and constants joined by plus; empty for a name that is no constant. */
  private static String textOf(JavaSource source, String joined) {
    StringBuilder text = new StringBuilder();
    Pattern.compile(TERM)
        .matcher(joined)
        .results()
        .map(MatchResult::group)
        .forEach(
            term ->
                text.append(
                    term.startsWith("\"")
                        ? source.literals().get(Integer.parseInt(term.replace("\"", "")))
                        : definition(source, term).map(d -> textOf(source, d)).orElse("")));
    return text.toString();
  }

  /** What a constant of the source is made of, where that is literals and constants alone. */
  private static Optional<String> definition(JavaSource source, String name) {
    Matcher defined =
        Pattern.compile("static final String " + name + "\\s*=\\s*(" + JOINED + ")\\s*;")
            .matcher(source.code());
    return defined.find() ? Optional.of(defined.group(1)) : Optional.empty();
  }

  /** The calls that send what is put together at run time. */
  static List<String> listAssembled(JavaSource source) {
    List<String> assembled = new ArrayList<>();
    Matcher sent = SENT.matcher(source.code());
    while (sent.find()) {
      Matcher constant = CONSTANT.matcher(source.code());
      constant.region(sent.start(1), source.code().length());
      String argument = source.code().substring(sent.start(1)).lines().findFirst().orElse("");
      boolean isConstant = constant.lookingAt() && isFixed(source, constant.group(1));
      if (!isConstant) {
        assembled.add(source.name() + ": " + argument);
      }
    }
    return assembled;
  }

  private static boolean isFixed(JavaSource source, String joined) {
    return Pattern.compile(TERM)
        .matcher(joined)
        .results()
        .map(MatchResult::group)
        .allMatch(
            term ->
                term.startsWith("\"")
                    || definition(source, term).filter(d -> isFixed(source, d)).isPresent());
  }

  /** What a text does beyond what its capability may; {@code schemas} are all there are. */
  static List<String> faults(String sql, String own, Set<String> readable, Set<String> schemas) {
    List<String> faults = new ArrayList<>();
    Set<String> common = new TreeSet<>();
    COMMON.matcher(sql).results().forEach(r -> common.add(r.group(1)));
    String plain = sql.replaceAll("(?:extract|substring|trim)\\s*\\([^()]*\\)", " ");
    TABLE.matcher(plain).results().forEach(r -> table(r, own, schemas, common, faults));
    QUALIFIED
        .matcher(plain)
        .results()
        .filter(r -> schemas.contains(r.group(1)))
        .filter(r -> !r.group(1).equals(own) && !readable.contains(r.group(1)))
        .filter(r -> !(r.group(1).equals("shell") && r.group(3) != null))
        .forEach(r -> faults.add("reads " + r.group(1) + "." + r.group(2)));
    return faults;
  }

  private static void table(
      MatchResult named, String own, Set<String> schemas, Set<String> common, List<String> faults) {
    String verb = named.group(1);
    String table = named.group(2);
    boolean isWrite = !verb.equals("from") && !verb.equals("join");
    if (!table.contains(".")) {
      if (!common.contains(table) && !table.startsWith("pg_")) {
        faults.add("without schema: " + table);
      }
    } else if (isWrite && !table.startsWith(own + ".")) {
      faults.add("writes " + table);
    } else if (!schemas.contains(table.substring(0, table.indexOf('.')))
        && !table.startsWith("information_schema.")
        && !table.startsWith("pg_catalog.")) {
      faults.add("of no capability: " + table);
    }
  }
}
