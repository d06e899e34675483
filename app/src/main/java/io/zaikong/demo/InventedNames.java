package io.zaikong.demo;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Names of enterprises and people that nobody bears. */
final class InventedNames {

  private static final String FIRST = "岚沐澜砚铎翊棠珩霁曜栩筠旻湛翎琅璟昀珺澔琮煦祯骁珞琬瑾瑄峥屹潆漪淙沅泠溯颢晟昶旸";
  private static final String SECOND = "栎桢澍屿杉禾峤泓榆垚峪汀堃岑溪岫榕樾楠柘檀枫桐椿槿棣坤垣埠峰岱淇涞洲澄澧灏淼";
  private static final String[] SURNAMES = {
    "欧阳", "司徒", "上官", "慕容", "诸葛", "夏侯", "东方", "令狐", "端木", "南宫", "皇甫", "尉迟", "澹台", "公孙", "轩辕", "宇文",
    "长孙", "鲜于", "闾丘", "司空"
  };
  private static final String GIVEN_FIRST = "知守映青怀若临望以清听步景伯仲承庭远秉鸿";
  private static final String GIVEN_SECOND = "远正川野石谷风舒宁和泉云安行之岳明信朴白";

  private final Set<String> taken = new HashSet<>();

  /**
   * A name for an enterprise that no other of them has: the district, two characters, and what it
   * is.
   */
  String enterprise(District district, Trade trade, String word, Random random) {
    String ending = trade.endings().get(random.nextInt(trade.endings().size()));
    String name = district.shortName() + word + ending;
    return taken.add(name) ? name : enterprise(district, trade, word(random), random);
  }

  String word(Random random) {
    return "" + pick(FIRST, random) + pick(SECOND, random);
  }

  String person(Random random) {
    return SURNAMES[random.nextInt(SURNAMES.length)]
        + pick(GIVEN_FIRST, random)
        + pick(GIVEN_SECOND, random);
  }

  private static char pick(String characters, Random random) {
    return characters.charAt(random.nextInt(characters.length()));
  }
}
