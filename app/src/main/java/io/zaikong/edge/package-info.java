/**
 * The way to the pages: who can reach the server and how the way is protected. On this machine
 * alone unless a host is given; beyond it HTTPS, with a certificate of the bureau's or of a local
 * authority made here, or behind a named proxy; plain HTTP only when asked for by name.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell"})
package io.zaikong.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
