@org.jspecify.annotations.NullMarked
package io.zaikong.hazards;
