@NullMarked
package io.zaikong.demo;

import org.jspecify.annotations.NullMarked;
