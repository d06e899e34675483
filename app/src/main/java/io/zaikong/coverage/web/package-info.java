/** Pages and API of the census status, the lists from outside and the estimate. */
@NullMarked
package io.zaikong.coverage.web;

import org.jspecify.annotations.NullMarked;
