package io.zaikong.org;

import java.util.List;
import java.util.Optional;

/** The names of enterprises, told by the register, which knows this package and not the reverse. */
public interface EnterpriseNames {

  /** An enterprise by its number and name. */
  record Named(long id, String name) {

    /** As a field suggests it. */
    public String label() {
      return id + " " + name;
    }
  }

  /** Empty for an enterprise that is unknown or out of the actor's sight. */
  Optional<String> find(long enterpriseId);

  /** Enterprises in the actor's sight whose name holds the text. */
  List<Named> search(String text, int limit);

  /** The enterprise that was typed or chosen in a field with suggestions. */
  default Optional<Named> resolve(String text) {
    Typed typed = Typed.of(text);
    if (typed.key().matches("\\d{1,18}")) {
      long id = Long.parseLong(typed.key());
      return find(id).filter(typed::fits).map(name -> new Named(id, name));
    }
    return Typed.only(search(text.strip(), 100), text, Named::name);
  }
}
