/** Census, identification and grading of hazard sources (GB 18218, Order 40). */
@NullMarked
package io.zaikong.hazards;

import org.jspecify.annotations.NullMarked;
