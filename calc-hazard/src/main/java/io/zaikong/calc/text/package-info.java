/** What the calculations share: names in one form, tables as resources, the two languages. */
@NullMarked
package io.zaikong.calc.text;

import org.jspecify.annotations.NullMarked;
