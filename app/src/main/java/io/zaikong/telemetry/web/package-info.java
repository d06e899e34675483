/** The pages and the API of gateways and sensors. */
@NullMarked
package io.zaikong.telemetry.web;

import org.jspecify.annotations.NullMarked;
