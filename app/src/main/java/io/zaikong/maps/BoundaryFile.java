package io.zaikong.maps;

import io.zaikong.shell.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a GeoJSON FeatureCollection (RFC 7946) token by token: whatever a hostile file holds, no
 * more than the allowed positions are kept.
 */
final class BoundaryFile {

  static final int MOST_FEATURES = 3_000;
  static final int MOST_POSITIONS = 500_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(30)
                  .maxNumberLength(60)
                  .maxStringLength(100_000)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private final JsonParser parser;
  private final String codeProperty;
  private final List<Feature> features = new ArrayList<>();
  private String type = "";
  private String system = "";

  private BoundaryFile(JsonParser parser, String codeProperty) {
    this.parser = parser;
    this.codeProperty = codeProperty;
  }

  /**
   * A feature as it stands in the file.
   *
   * @param number from 1
   * @param code of the division; empty when the property is missing
   * @param type of the geometry; empty when there is none
   */
  record Feature(int number, String code, String name, String type, Coordinates coordinates) {}

  /**
   * @param codeProperty the property that holds the division's code
   * @return the features, or what keeps the file as a whole from being read
   */
  static Outcome<List<Feature>> read(byte[] file, String codeProperty) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), file)) {
      return new BoundaryFile(parser, codeProperty).read();
    } catch (Coordinates.TooManyException e) {
      return Outcome.refused("file", "maps.file.positions", String.valueOf(MOST_POSITIONS));
    } catch (StreamConstraintsException e) {
      return Outcome.refused("file", "maps.file.hostile");
    } catch (JacksonException e) {
      var place = e.getLocation();
      return Outcome.refused(
          "file",
          "maps.file.json",
          place == null ? "" : String.valueOf(place.getLineNr()),
          place == null ? "" : String.valueOf(place.getColumnNr()));
    }
  }

  private Outcome<List<Feature>> read() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Outcome.refused("file", "maps.file.collection");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("type")) {
        type = text(value).orElse("");
      } else if (member.equals("crs") && value == JsonToken.START_OBJECT) {
        system();
      } else if (member.equals("features") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          if (features.size() == MOST_FEATURES) {
            return Outcome.refused("file", "maps.file.features", String.valueOf(MOST_FEATURES));
          }
          features.add(feature());
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
          return Outcome.refused("file", "maps.file.collection");
        }
      } else {
        parser.skipChildren();
      }
    }
    if (parser.nextToken() != null || !type.equals("FeatureCollection") || features.isEmpty()) {
      return Outcome.refused("file", "maps.file.collection");
    }
    if (!system.isEmpty() && !system.matches(".*(CRS84|EPSG:+4326|EPSG:+4490)$")) {
      return Outcome.refused("file", "maps.file.system", system);
    }
    return Outcome.done(features);
  }

  /** The member of the older format that names a coordinate system. */
  private void system() {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("properties") && value == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean name = parser.currentName().equals("name");
          Optional<String> text = text(parser.nextToken());
          if (name && text.isPresent()) {
            system = text.get().length() > 60 ? text.get().substring(0, 60) : text.get();
          }
          parser.skipChildren();
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private Feature feature() {
    String code = "";
    String name = "";
    String geometryType = "";
    Coordinates coordinates = new Coordinates();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("properties") && value == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String property = parser.currentName();
          String text = text(parser.nextToken()).orElse("");
          code = property.equals(codeProperty) ? shortened(text) : code;
          name = property.equals("name") ? shortened(text) : name;
          parser.skipChildren();
        }
      } else if (member.equals("geometry") && value == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String part = parser.currentName();
          JsonToken token = parser.nextToken();
          if (part.equals("type")) {
            geometryType = shortened(text(token).orElse(""));
          } else if (part.equals("coordinates") && token == JsonToken.START_ARRAY) {
            coordinates.read(parser, MOST_POSITIONS - positions());
          } else {
            parser.skipChildren();
          }
        }
      } else {
        parser.skipChildren();
      }
    }
    return new Feature(features.size() + 1, code.strip(), name, geometryType, coordinates);
  }

  private int positions() {
    return features.stream().mapToInt(f -> f.coordinates().positions()).sum();
  }

  /** A text or a number as it is written. */
  private Optional<String> text(JsonToken token) {
    return token == JsonToken.VALUE_STRING || token.isNumeric()
        ? Optional.of(parser.getString())
        : Optional.empty();
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) : text;
  }
}
