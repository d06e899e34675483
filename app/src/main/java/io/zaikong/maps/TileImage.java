package io.zaikong.maps;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A tile. What it is, is told by its first bytes, never by what the server calls it.
 *
 * @param mediaType of its bytes
 */
record TileImage(String mediaType, byte[] bytes) {

  /** Empty when the bytes are no PNG, JPEG, WebP or GIF. */
  static Optional<TileImage> of(byte[] bytes) {
    String mediaType = "";
    if (begins(bytes, 0, "\u0089PNG\r\n\u001A\n")) {
      mediaType = "image/png";
    } else if (begins(bytes, 0, "\u00FF\u00D8\u00FF")) {
      mediaType = "image/jpeg";
    } else if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) {
      mediaType = "image/webp";
    } else if (begins(bytes, 0, "GIF87a") || begins(bytes, 0, "GIF89a")) {
      mediaType = "image/gif";
    }
    return mediaType.isEmpty() ? Optional.empty() : Optional.of(new TileImage(mediaType, bytes));
  }

  private static boolean begins(byte[] bytes, int at, String signs) {
    byte[] wanted = signs.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < at + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
