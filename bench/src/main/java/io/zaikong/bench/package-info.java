/** Benchmarks and load drivers. What they measure stands in RESULTS.md. */
@NullMarked
package io.zaikong.bench;

import org.jspecify.annotations.NullMarked;
