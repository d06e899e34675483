@NullMarked
package io.zaikong.org;

import org.jspecify.annotations.NullMarked;
