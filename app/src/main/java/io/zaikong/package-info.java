/** The application: its entry point. Each folder below is one job of the bureau. */
@NullMarked
package io.zaikong;

import org.jspecify.annotations.NullMarked;
