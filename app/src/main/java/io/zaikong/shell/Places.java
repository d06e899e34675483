package io.zaikong.shell;

import io.zaikong.kit.DivisionCode;
import java.util.Map;
import java.util.Optional;

/** The names of places, as the pages need them; whoever keeps the divisions provides it. */
public interface Places {

  /** The city that this installation serves; asked also when nobody is signed in. */
  Optional<DivisionCode> findCity();

  Optional<String> findName(DivisionCode division);

  /** The divisions one level below with their names, in the order of their codes. */
  Map<DivisionCode, String> namesBelow(DivisionCode division);
}
