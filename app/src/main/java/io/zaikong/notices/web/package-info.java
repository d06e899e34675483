/** The inbox, the pages about delivery, and what a gateway reports back. */
@NullMarked
package io.zaikong.notices.web;

import org.jspecify.annotations.NullMarked;
