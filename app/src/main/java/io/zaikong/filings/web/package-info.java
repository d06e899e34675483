/** Pages, papers and API of filings. */
@NullMarked
package io.zaikong.filings.web;

import org.jspecify.annotations.NullMarked;
