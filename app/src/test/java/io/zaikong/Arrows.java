package io.zaikong;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.modulith.ApplicationModule;

/** What the package-infos allow. */
final class Arrows {

  private Arrows() {}

  /** The capabilities that this one declares that it may know. */
  static Set<String> of(String capability) {
    try {
      ApplicationModule module =
          Class.forName("io.zaikong." + capability + ".package-info")
              .getAnnotation(ApplicationModule.class);
      Set<String> known = new TreeSet<>();
      for (String name : module == null ? new String[0] : module.allowedDependencies()) {
        known.add(name.replaceFirst("\\s*::.*", ""));
      }
      return known;
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no package-info: " + capability, e);
    }
  }
}
