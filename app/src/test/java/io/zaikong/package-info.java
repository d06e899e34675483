@NullMarked
package io.zaikong;

import org.jspecify.annotations.NullMarked;
