/** The pages and the API of the register of enterprises. */
@NullMarked
package io.zaikong.enterprises.web;

import org.jspecify.annotations.NullMarked;
