package io.zaikong.demo;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Names of enterprises and people that nobody bears. */
final class InventedNames {

  private static final String FIRST = "岚沐澜砚铎翊棠珩霁曜栩筠旻湛翎琅璟昀";
  private static final String SECOND = "栎桢澍屿杉禾峤泓榆垚峪汀堃岑溪岫";
  private static final String[] SURNAMES = {
    "欧阳", "司徒", "上官", "慕容", "诸葛", "夏侯", "东方", "令狐", "端木", "南宫"
  };
  private static final String[] GIVEN = {
    "知远", "守正", "映川", "青野", "怀石", "若谷", "临风", "望舒", "以宁", "清和", "听泉", "步云"
  };

  private final Random random;
  private final Set<String> taken = new HashSet<>();

  InventedNames(Random random) {
    this.random = random;
  }

  /**
   * A word of two characters for an enterprise's name; never the same twice while there are any.
   */
  String word() {
    String word = "" + pick(FIRST) + pick(SECOND);
    boolean exhausted = taken.size() == FIRST.length() * SECOND.length();
    return exhausted || taken.add(word) ? word : word();
  }

  String person() {
    return SURNAMES[random.nextInt(SURNAMES.length)] + GIVEN[random.nextInt(GIVEN.length)];
  }

  private char pick(String characters) {
    return characters.charAt(random.nextInt(characters.length()));
  }
}
