/**
 * The demonstration city: invented enterprises in the real divisions of 370300, loaded once into an
 * empty installation.
 *
 * <p>Terms: the as-of date is the day that the demonstration takes for its first, kept as the
 * setting {@code demo.as_of}. Invariants: everything goes through the use cases that people use, in
 * one transaction; the same city comes out on every installation, except for the passwords, which
 * differ on each; no result is made up here, the engine grades what is declared.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shell",
      "journal",
      "org",
      "access",
      "enterprises",
      "hazards",
      "coverage",
      "documents",
      "filings",
      "substances"
    })
package io.zaikong.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
