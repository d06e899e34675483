package io.zaikong.calc.substance;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A hazard class with its category, such as 易燃液体,类别2. Texts are matched as whole words: the class
 * 遇水放出易燃气体的物质和混合物 holds the words of another, 易燃气体.
 *
 * @param category as in {@link HazardKind#categories()}
 * @param atLeast marked * in the official table: a stricter category may be justified
 */
public record HazardClass(HazardKind kind, String category, boolean atLeast) {

  private static final Map<String, HazardClass> KNOWN = new HashMap<>();

  static {
    for (HazardKind kind : HazardKind.values()) {
      for (String category : kind.categories()) {
        for (boolean atLeast : new boolean[] {false, true}) {
          HazardClass known = new HazardClass(kind, category, atLeast);
          KNOWN.put(known.code(), known);
          KNOWN.put(known.chinese(), known);
        }
      }
    }
  }

  public HazardClass {
    if (!kind.categories().contains(category)) {
      throw new IllegalArgumentException(kind + " has no category " + category);
    }
  }

  /** By its code (FL2, AI2*) or its Chinese text, whatever the widths of its signs. */
  public static Optional<HazardClass> find(String text) {
    HazardClass exact = KNOWN.get(text);
    return Optional.ofNullable(exact != null ? exact : KNOWN.get(plain(text)));
  }

  /**
   * @param codes separated by spaces; may be empty
   * @throws IllegalArgumentException when one is unknown
   */
  public static List<HazardClass> listOf(String codes) {
    List<HazardClass> classes = new ArrayList<>(4);
    int from = 0;
    while (from < codes.length()) {
      int space = codes.indexOf(' ', from);
      int to = space < 0 ? codes.length() : space;
      String code = codes.substring(from, to);
      classes.add(find(code).orElseThrow(() -> new IllegalArgumentException("no class " + code)));
      from = to + 1;
    }
    return List.copyOf(classes);
  }

  /** Such as {@code FL2}; with {@code *} when {@link #atLeast}. */
  public String code() {
    return kind.code() + category + (atLeast ? "*" : "");
  }

  /** As in the official table: 易燃液体,类别2; 爆炸物,1.1项; 有机过氧化物,C型; 加压气体. */
  public String chinese() {
    String stated =
        switch (kind) {
          case EXPLOSIVE -> category.equals("U") ? "不稳定爆炸物" : category + "项";
          case SELF_REACTIVE, ORGANIC_PEROXIDE -> category + "型";
          default -> category.isEmpty() ? "" : "类别" + category;
        };
    return (stated.isEmpty() ? kind.chinese() : kind.chinese() + "," + stated)
        + (atLeast ? "*" : "");
  }

  public String english() {
    return category.isEmpty() ? kind.english() : kind.english() + " " + category;
  }

  public static String codes(List<HazardClass> classes) {
    return classes.stream().map(HazardClass::code).collect(Collectors.joining(" "));
  }

  public static String chinese(List<HazardClass> classes) {
    return classes.stream().map(HazardClass::chinese).collect(Collectors.joining(";"));
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char c : Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray()) {
      if (!Character.isWhitespace(c)) {
        plain.append(c == '—' || c == '–' || c == '‐' || c == '−' ? '-' : c == '、' ? ',' : c);
      }
    }
    return plain.toString();
  }
}
