/**
 * The command {@code identify}: judges a file of sites by the packaged catalogue and tables,
 * without a database.
 *
 * <p>Basis: GB 18218-2018. Invariant: a file is judged whole or refused whole.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.zaikong.identify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
