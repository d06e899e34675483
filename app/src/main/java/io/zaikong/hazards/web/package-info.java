/** The pages and the API of the census. */
@NullMarked
package io.zaikong.hazards.web;

import org.jspecify.annotations.NullMarked;
