package io.zaikong.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The coordinates of a geometry of areas, as read: polygons of rings of positions. */
final class Coordinates {

  /** Of what a nested array is: a position, a ring, a polygon, several polygons. */
  private static final int POSITION = 0;

  private static final int RING = 1;
  private static final int POLYGON = 2;
  private static final int SEVERAL = 3;
  private static final int MALFORMED = 4;

  private final List<List<double[]>> polygons = new ArrayList<>();
  private List<double[]> rings = new ArrayList<>();
  private double[] ring = new double[64];
  private int length;
  private int positions;
  private int most;
  private int height = MALFORMED;

  /** The file has more positions than are taken. */
  static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Reads from the opening bracket to the closing one. */
  void read(JsonParser parser, int mostPositions) {
    most = mostPositions;
    height = array(parser);
    if (height == POLYGON) {
      polygons.add(rings);
    }
  }

  /** Whether they are those of a geometry of the type, Polygon or MultiPolygon. */
  boolean areOf(String type) {
    return height == (type.equals("Polygon") ? POLYGON : SEVERAL);
  }

  /** Of each polygon the outer ring and the holes; of a ring longitude and latitude in turn. */
  List<List<double[]>> polygons() {
    return polygons;
  }

  int positions() {
    return positions;
  }

  private int array(JsonParser parser) {
    JsonToken token = parser.nextToken();
    if (token.isNumeric()) {
      return position(parser, token);
    }
    int inner = -1;
    while (token == JsonToken.START_ARRAY) {
      int one = array(parser);
      if (one == POLYGON) {
        polygons.add(rings);
        rings = new ArrayList<>();
      } else if (one == RING) {
        rings.add(Arrays.copyOf(ring, length));
        length = 0;
      }
      inner = inner < 0 || inner == one ? one : MALFORMED;
      token = parser.nextToken();
    }
    while (token != JsonToken.END_ARRAY) {
      inner = MALFORMED;
      parser.skipChildren();
      token = parser.nextToken();
    }
    return inner < POSITION || inner >= SEVERAL ? MALFORMED : inner + 1;
  }

  private int position(JsonParser parser, JsonToken first) {
    int numbers = 0;
    boolean sound = true;
    if (positions++ >= most) {
      throw new TooManyException();
    }
    ring = length + 2 > ring.length ? Arrays.copyOf(ring, ring.length * 2) : ring;
    for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      sound &= token.isNumeric();
      if (token.isNumeric() && numbers++ < 2) {
        ring[length++] = parser.getDoubleValue();
      }
      parser.skipChildren();
    }
    if (numbers < 2) {
      length -= numbers;
    }
    return sound && numbers >= 2 ? POSITION : MALFORMED;
  }
}
