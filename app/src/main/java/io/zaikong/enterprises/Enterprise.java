package io.zaikong.enterprises;

import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A regulated enterprise.
 *
 * @param id 0 before it is registered
 * @param formerNames oldest first
 * @param division township or village in which it lies
 * @param position of the plant; null when not surveyed
 * @param categories at least one
 * @param industry two to four digits of GB/T 4754-2017; empty when not stated
 * @param workforce people; null when not stated
 * @param mergedInto the enterprise that this record turned out to be; null for a record that stands
 */
public record Enterprise(
    long id,
    CreditCode creditCode,
    String name,
    List<String> formerNames,
    DivisionCode division,
    String address,
    @Nullable GeoPoint position,
    Set<Category> categories,
    String industry,
    @Nullable Affiliation affiliation,
    @Nullable EnterpriseSize size,
    @Nullable Integer workforce,
    Contacts contacts,
    Standing standing,
    @Nullable Long mergedInto) {

  public Enterprise {
    formerNames = List.copyOf(formerNames);
    categories = java.util.Collections.unmodifiableSet(new TreeSet<>(categories));
    if (name.isBlank() || categories.isEmpty()) {
      throw new IllegalArgumentException("an enterprise has a name and a category");
    }
  }

  /** What a declaration says of an enterprise: who and where, nothing of the rest. */
  public static Enterprise stated(
      CreditCode code,
      String name,
      DivisionCode division,
      String address,
      @Nullable GeoPoint position,
      Category category,
      String contact,
      String phone) {
    return new Enterprise(
        0,
        code,
        name,
        List.of(),
        division,
        address,
        position,
        Set.of(category),
        "",
        null,
        null,
        null,
        new Contacts("", "", "", "", contact, phone),
        Standing.OPERATING,
        null);
  }

  public Enterprise withId(long newId) {
    return new Enterprise(
        newId,
        creditCode,
        name,
        formerNames,
        division,
        address,
        position,
        categories,
        industry,
        affiliation,
        size,
        workforce,
        contacts,
        standing,
        mergedInto);
  }

  /** This record with the names that the other has borne, and its own former ones. */
  Enterprise withNamesOf(Enterprise other) {
    Set<String> names = new LinkedHashSet<>(other.formerNames);
    names.add(other.name);
    names.addAll(formerNames);
    names.remove(name);
    return new Enterprise(
        id,
        creditCode,
        name,
        List.copyOf(names),
        division,
        address,
        position,
        categories,
        industry,
        affiliation,
        size,
        workforce,
        contacts,
        standing,
        mergedInto);
  }

  /** This record as a declaration brings it up to date; what it does not say stays. */
  Enterprise declaredAs(Enterprise stated) {
    Set<Category> both = new TreeSet<>(categories);
    both.addAll(stated.categories);
    if (both.size() > 1) {
      both.remove(Category.OTHER);
    }
    Enterprise next =
        new Enterprise(
            id,
            creditCode,
            stated.name,
            formerNames,
            stated.division,
            stated.address,
            stated.position == null ? position : stated.position,
            both,
            industry,
            affiliation,
            size,
            workforce,
            new Contacts(
                contacts.principal(),
                contacts.principalPhone(),
                contacts.safetyManager(),
                contacts.safetyManagerPhone(),
                or(stated.contacts.contact(), contacts.contact()),
                or(stated.contacts.phone(), contacts.phone())),
            standing,
            mergedInto);
    return stated.name.equals(name) ? next : next.withNamesOf(this);
  }

  private static String or(String stated, String known) {
    return stated.isEmpty() ? known : stated;
  }
}
