/**
 * How far the census has come, and what is still unknown (普查进度与估计): who is expected to report, who
 * has, who is reminded; lists from outside held against the register, and an estimate of how many
 * enterprises nobody knows yet.
 *
 * <p>Terms: a round (普查) says which categories report, from when and until when; expected is who
 * lies in them or was added, and was not excused; received is who has declared a source, or that
 * there is none. Invariants: the database's function {@code coverage.standing} alone says where an
 * enterprise stands, so that every number opens to its records; a reminder waits once for one
 * declaration and ends with it; an enterprise counts once in a list.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shell",
      "journal",
      "notices",
      "org",
      "figures",
      "enterprises",
      "hazards",
      "imports",
      "workbook"
    })
package io.zaikong.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
