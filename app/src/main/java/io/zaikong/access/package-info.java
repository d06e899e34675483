/**
 * How a person or a program gets in: sign-in by password and passkey, throttling and lock-out,
 * sessions, the first account, access tokens.
 *
 * <p>Basis: GB/T 22239-2019 8.1.4.1 and 8.1.4.2 (identification, access control, level 3).
 * Invariants: the same answer for an unknown account and a wrong password; no secret is stored or
 * logged; every sign-in, refusal and token is journalled.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell", "journal", "org"})
package io.zaikong.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
