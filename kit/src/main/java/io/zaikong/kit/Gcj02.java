package io.zaikong.kit;

/**
 * The shifted coordinates of public maps in China (GCJ-02). The shift is no published standard; the
 * formula is the one in common use, good to about a metre inside China.
 */
public final class Gcj02 {

  private static final double SEMI_MAJOR_M = 6378245.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
  private static final int ROUNDS = 6;

  private Gcj02() {}

  /** The WGS-84 position of which the given one is the shifted form. */
  public static GeoPoint toWgs84(double longitudeDeg, double latitudeDeg) {
    double longitude = longitudeDeg;
    double latitude = latitudeDeg;
    for (int i = 0; i < ROUNDS; i++) {
      double[] shift = shift(longitude, latitude);
      longitude = longitudeDeg - shift[0];
      latitude = latitudeDeg - shift[1];
    }
    return new GeoPoint(longitude, latitude);
  }

  /** The shifted form of a WGS-84 position. */
  public static GeoPoint ofWgs84(GeoPoint point) {
    double[] shift = shift(point.longitudeDeg(), point.latitudeDeg());
    return new GeoPoint(point.longitudeDeg() + shift[0], point.latitudeDeg() + shift[1]);
  }

  private static double[] shift(double longitudeDeg, double latitudeDeg) {
    double x = longitudeDeg - 105;
    double y = latitudeDeg - 35;
    double root = Math.sqrt(Math.abs(x));
    double wave = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
    double north =
        -100
            + 2 * x
            + 3 * y
            + 0.2 * y * y
            + 0.1 * x * y
            + 0.2 * root
            + (wave
                    + 20 * Math.sin(y * Math.PI)
                    + 40 * Math.sin(y / 3 * Math.PI)
                    + 160 * Math.sin(y / 12 * Math.PI)
                    + 320 * Math.sin(y * Math.PI / 30))
                * 2
                / 3;
    double east =
        300
            + x
            + 2 * y
            + 0.1 * x * x
            + 0.1 * x * y
            + 0.1 * root
            + (wave
                    + 20 * Math.sin(x * Math.PI)
                    + 40 * Math.sin(x / 3 * Math.PI)
                    + 150 * Math.sin(x / 12 * Math.PI)
                    + 300 * Math.sin(x / 30 * Math.PI))
                * 2
                / 3;
    double latitude = Math.toRadians(latitudeDeg);
    double magic = 1 - ECCENTRICITY_SQUARED * Math.pow(Math.sin(latitude), 2);
    double meridian =
        SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic)) * Math.PI / 180;
    double parallel = SEMI_MAJOR_M / Math.sqrt(magic) * Math.cos(latitude) * Math.PI / 180;
    return new double[] {east / parallel, north / meridian};
  }
}
