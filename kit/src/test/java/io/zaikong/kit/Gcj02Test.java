package io.zaikong.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Gcj02Test {

  /** A published pair of the formula in common use. */
  @Test
  void shiftsAsPublicMapsDo() {
    GeoPoint shifted = Gcj02.ofWgs84(new GeoPoint(116.404, 39.915));
    assertThat(shifted.longitudeDeg()).isCloseTo(116.41024449916938, within(1e-9));
    assertThat(shifted.latitudeDeg()).isCloseTo(39.91640428150164, within(1e-9));
  }

  @Test
  void isUndoneToACentimetre() {
    for (double longitude = 117.5; longitude < 118.6; longitude += 0.1) {
      for (double latitude = 35.9; latitude < 37.2; latitude += 0.1) {
        GeoPoint shifted = Gcj02.ofWgs84(new GeoPoint(longitude, latitude));
        GeoPoint back = Gcj02.toWgs84(shifted.longitudeDeg(), shifted.latitudeDeg());
        assertThat(back.longitudeDeg()).isCloseTo(longitude, within(1e-7));
        assertThat(back.latitudeDeg()).isCloseTo(latitude, within(1e-7));
      }
    }
  }
}
