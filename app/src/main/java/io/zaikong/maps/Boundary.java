package io.zaikong.maps;

import io.zaikong.kit.DivisionCode;
import java.time.Instant;

/**
 * The boundary of a division as it stands.
 *
 * @param positions of the imported one; what the map shows has fewer
 */
record Boundary(
    DivisionCode division, int positions, String fileName, String setBy, Instant setAt) {}
