package io.zaikong.demo;

import io.zaikong.enterprises.Affiliation;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Contacts;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseSize;
import io.zaikong.enterprises.OperatingState;
import io.zaikong.enterprises.Standing;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.GeoPoint;
import io.zaikong.org.Division;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Draws enterprises, one after the other, each with a number of its own. */
final class EnterpriseDraw {

  private static final String ORGANIZATION = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2}; // GB 11714 4.2
  private static final List<String> STOPPED = List.of("市场原因停产", "检修停产", "原料不足停产");
  private static final List<String> CLOSED = List.of("经营期满,已注销", "产能退出,已关闭");

  private final Places places;
  private final LocalDate asOf;
  private final InventedNames names = new InventedNames();
  private int number;

  /**
   * @param asOf before which what happened to them has happened
   */
  EnterpriseDraw(Places places, LocalDate asOf) {
    this.places = places;
    this.asOf = asOf;
  }

  Enterprise draw(Trade trade, Random random) {
    District district = places.district(trade, random);
    boolean inPark =
        trade.categories().contains(Category.HAZCHEM_PRODUCTION) && random.nextBoolean();
    Division township = inPark ? places.park(district) : places.township(trade, district, random);
    GeoPoint position = places.position(township, random);
    String word = names.word(random);
    String name = names.enterprise(district, trade, word, random);
    String address =
        "%s%s%s路%d号".formatted(district.name(), township.name(), word, 1 + random.nextInt(180));
    int workforce = workforce(trade, random);
    EnterpriseSize size = size(trade, workforce);
    number++;
    return new Enterprise(
        0,
        code(district),
        name,
        List.of(),
        township.code(),
        address,
        position,
        trade.categories(),
        trade.industry(),
        affiliation(size, random),
        size,
        workforce,
        contacts(random),
        trade.share() > 0 ? standing(random) : Standing.OPERATING,
        null);
  }

  private CreditCode code(District district) {
    String organization = "MA9%05d".formatted(number);
    int sum = 0;
    for (int i = 0; i < ORGANIZATION_WEIGHTS.length; i++) {
      sum += ORGANIZATION.indexOf(organization.charAt(i)) * ORGANIZATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    String checkCharacter = check == 10 ? "X" : String.valueOf(check % 11);
    return CreditCode.completing("91" + district.code() + organization + checkCharacter);
  }

  /** More small ones than great ones. */
  private static int workforce(Trade trade, Random random) {
    double drawn = random.nextDouble();
    return trade.workforceMin()
        + (int) ((trade.workforceMax() - trade.workforceMin()) * drawn * drawn * drawn);
  }

  /** By people alone, as if turnover agreed: retail and hotels, wholesale, and all others. */
  private static EnterpriseSize size(Trade trade, int workforce) {
    int[] from =
        switch (trade.industry().substring(0, 2)) {
          case "51" -> new int[] {200, 20, 5};
          case "52", "61" -> new int[] {300, 50, 10};
          default -> new int[] {1000, 300, 20};
        };
    return workforce >= from[0]
        ? EnterpriseSize.LARGE
        : workforce >= from[1]
            ? EnterpriseSize.MEDIUM
            : workforce >= from[2] ? EnterpriseSize.SMALL : EnterpriseSize.MICRO;
  }

  private static Affiliation affiliation(EnterpriseSize size, Random random) {
    int drawn = random.nextInt(100);
    return switch (size) {
      case LARGE ->
          drawn < 15
              ? Affiliation.CENTRAL
              : drawn < 40
                  ? Affiliation.PROVINCIAL
                  : drawn < 75 ? Affiliation.CITY : Affiliation.DISTRICT;
      case MEDIUM ->
          drawn < 2
              ? Affiliation.CENTRAL
              : drawn < 5
                  ? Affiliation.PROVINCIAL
                  : drawn < 20
                      ? Affiliation.CITY
                      : drawn < 50 ? Affiliation.DISTRICT : Affiliation.OTHER;
      case SMALL, MICRO ->
          drawn < 1
              ? Affiliation.CITY
              : drawn < 12
                  ? Affiliation.DISTRICT
                  : drawn < 45 ? Affiliation.TOWNSHIP : Affiliation.OTHER;
    };
  }

  /** Numbers that no telephone has: local ones do not begin with 0. */
  private Contacts contacts(Random random) {
    String principal = names.person(random);
    String manager = names.person(random);
    return new Contacts(
        principal,
        "0533-0%06d".formatted(3 * number),
        manager,
        "0533-0%06d".formatted(3 * number + 1),
        manager,
        "0533-0%06d".formatted(3 * number + 2));
  }

  private Standing standing(Random random) {
    int drawn = random.nextInt(200);
    LocalDate since = asOf.minusDays(10L + random.nextInt(700));
    return switch (drawn) {
      case 0, 1, 2, 3, 4 ->
          new Standing(
              OperatingState.SUSPENDED, since, STOPPED.get(random.nextInt(STOPPED.size())));
      case 5, 6 ->
          new Standing(OperatingState.CLOSED, since, CLOSED.get(random.nextInt(CLOSED.size())));
      case 7 -> new Standing(OperatingState.MOVED_AWAY, since, "迁出本市");
      case 8, 9, 10 -> new Standing(OperatingState.BUILDING, null, "");
      default -> Standing.OPERATING;
    };
  }
}
