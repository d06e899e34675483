@NullMarked
package io.zaikong.shell;

import org.jspecify.annotations.NullMarked;
