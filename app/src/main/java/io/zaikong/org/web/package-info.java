/** The pages and the API of divisions and agencies. */
@NullMarked
package io.zaikong.org.web;

import org.jspecify.annotations.NullMarked;
