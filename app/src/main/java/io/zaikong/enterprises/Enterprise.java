package io.zaikong.enterprises;

import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A regulated enterprise.
 *
 * @param id 0 before it is registered
 * @param division township or village in which it lies
 * @param position of the plant; null when not surveyed
 */
public record Enterprise(
    long id,
    CreditCode creditCode,
    String name,
    DivisionCode division,
    String address,
    @Nullable GeoPoint position,
    Sector sector,
    String contact,
    String phone) {

  public Enterprise {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an enterprise has a name");
    }
  }

  public Enterprise withId(long newId) {
    return new Enterprise(
        newId, creditCode, name, division, address, position, sector, contact, phone);
  }
}
