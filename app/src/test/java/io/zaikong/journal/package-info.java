@NullMarked
package io.zaikong.journal;

import org.jspecify.annotations.NullMarked;
