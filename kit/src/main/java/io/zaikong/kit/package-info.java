/** Small types that every part shares. The JDK only; no clock, no I/O. */
@NullMarked
package io.zaikong.kit;

import org.jspecify.annotations.NullMarked;
